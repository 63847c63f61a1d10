"use client";

import {
  Activity,
  CalendarDays,
  Gauge,
  Inbox,
  LayoutDashboard,
  ScrollText,
  Store,
  Users,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { cn } from "../../ui/cn.ts";

const PLACES = [
  { key: "overview", href: "/admin", icon: LayoutDashboard },
  { key: "people", href: "/admin/people", icon: Users },
  { key: "professionals", href: "/admin/professionals", icon: Store },
  { key: "appointments", href: "/admin/appointments", icon: CalendarDays },
  { key: "audit", href: "/admin/audit", icon: ScrollText },
  { key: "queue", href: "/admin/queue", icon: Inbox },
  { key: "health", href: "/admin/health", icon: Activity },
  { key: "limits", href: "/admin/limits", icon: Gauge },
] as const;

/** The ways of the room: a rail on a desktop, a row that can be pushed aside on a phone. */
export function AdminNav({ className }: { className?: string }) {
  const t = useTranslations("admin.nav");
  const common = useTranslations("common");
  const path = usePathname();
  const here = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    here.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  return (
    <nav aria-label={common("mainNavigation")} className={cn("flex gap-1 md:flex-col", className)}>
      {PLACES.map(({ key, href, icon: Icon }) => {
        const current = path === href || (href !== "/admin" && path.startsWith(`${href}/`));
        return (
          <Link
            key={key}
            ref={current ? here : undefined}
            href={href}
            aria-current={current ? "page" : undefined}
            className="flex min-h-11 shrink-0 items-center gap-2.5 rounded-md px-3 text-[0.9375rem] font-medium text-ink-soft hover:bg-sunken hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:bg-action-soft aria-[current=page]:text-action-ink"
          >
            <Icon aria-hidden className="size-[1.125rem] shrink-0" />
            {t(key)}
          </Link>
        );
      })}
    </nav>
  );
}
