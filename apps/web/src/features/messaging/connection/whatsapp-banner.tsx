import type { WhatsAppStanding } from "@odys/shared/messaging/connection-schema";
import { Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { WhenText } from "../../../ui/when-text.tsx";

interface Props {
  standing: WhatsAppStanding;
  zone: string;
  now: string;
}

/** Says that WhatsApp is troubled and what becomes of messages meanwhile; nothing while it works. */
export function WhatsAppBanner({ standing: { whatsapp, since }, zone, now }: Props) {
  const t = useTranslations("whatsAppBanner");
  if (whatsapp !== "troubled") return null;
  return (
    <output className="mb-5 flex items-start gap-3 rounded-lg bg-waiting-soft px-4 py-3 text-waiting">
      <Unplug aria-hidden className="mt-0.5 size-5 shrink-0" />
      <span>
        {t("troubled")}
        {since !== null && (
          <>
            {" "}
            {t("since")} <WhenText at={since} zone={zone} now={now} />.
          </>
        )}
      </span>
    </output>
  );
}
