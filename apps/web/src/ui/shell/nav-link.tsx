"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "../cn.ts";

export interface NavItem {
  href: string;
  label: string;
  icon: ReactNode;
  /** Beside the label: a count. */
  badge?: ReactNode;
  /** Whether pages below count as this one; not for the root of a room. */
  exact?: boolean;
  /** Not among the tabs of a phone, which are five at most: in the menu there. */
  menu?: boolean;
}

/** One way of the shell: a line of the rail on a desktop, a tab at the bottom on a phone. */
export function NavLink({ item, place }: { item: NavItem; place: "rail" | "tabs" }) {
  const path = usePathname();
  const current = path === item.href || (!item.exact && path.startsWith(`${item.href}/`));
  return (
    <Link
      href={item.href}
      aria-current={current ? "page" : undefined}
      className={cn(
        "relative flex text-ink-soft transition-colors duration-100 hover:text-ink [&_svg]:size-5 [&_svg]:shrink-0",
        place === "rail" &&
          "min-h-11 items-center gap-3 rounded-md px-3 text-[0.9375rem] font-medium hover:bg-sunken aria-[current=page]:bg-action-soft aria-[current=page]:text-action-ink",
        place === "tabs" &&
          "min-h-15 min-w-16 flex-1 flex-col items-center justify-center gap-1 text-xs font-medium tracking-tight focus-visible:-outline-offset-2 aria-[current=page]:text-action-ink",
      )}
    >
      <span
        className={cn(
          "relative",
          place === "tabs" && "rounded-full px-4 py-0.5",
          place === "tabs" && current && "bg-action-soft",
        )}
      >
        {item.icon}
        {place === "tabs" && item.badge && (
          <span className="absolute -top-1.5 left-1/2 ml-1.5">{item.badge}</span>
        )}
      </span>
      <span className="truncate">{item.label}</span>
      {place === "rail" && item.badge && <span className="ml-auto">{item.badge}</span>}
    </Link>
  );
}
