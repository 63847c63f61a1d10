import type { Client } from "@odys/shared/clients/schema";
import { Mail, MessageCircle, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { maskPhone } from "../../../ui/phone-mask.ts";

/** The ways to somebody: each opens what people use for it. */
export function ClientContact({ client: { phone, email } }: { client: Client }) {
  const t = useTranslations("clients");
  return (
    <ul aria-label={t("contact")} className="mb-6 grid gap-2 sm:grid-cols-3">
      <Way
        href={`https://wa.me/${phone.slice(1)}`}
        icon={<MessageCircle />}
        label="WhatsApp"
        text={maskPhone(phone)}
        outside
      />
      <Way href={`tel:${phone}`} icon={<Phone />} label={t("call")} text={maskPhone(phone)} />
      {email && <Way href={`mailto:${email}`} icon={<Mail />} label={t("email")} text={email} />}
    </ul>
  );
}

interface WayProps {
  href: string;
  icon: ReactNode;
  label: string;
  text: string;
  outside?: boolean;
}

function Way({ href, icon, label, text, outside }: WayProps) {
  return (
    <li>
      <a
        href={href}
        {...(outside && { target: "_blank", rel: "noreferrer" })}
        className="flex min-h-14 items-center gap-3 rounded-lg border border-line bg-surface px-4 shadow-low hover:border-line-strong"
      >
        <span aria-hidden className="text-action-ink [&_svg]:size-5">
          {icon}
        </span>
        <span className="min-w-0">
          <span className="block text-sm text-ink-soft">{label}</span>
          <span className="block truncate font-medium tabular-nums">{text}</span>
        </span>
      </a>
    </li>
  );
}
