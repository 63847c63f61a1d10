"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "../../../ui/cn.ts";
import { ConversationList } from "./conversation-list.tsx";
import { TalkKeys } from "./talk-keys.tsx";
import type { TalkPlace } from "./talk-place.ts";

interface Props {
  place: TalkPlace;
  zone: string;
  now: string;
  children: ReactNode;
}

/** List and conversation side by side; on a phone one after the other. It scrolls within itself. */
export function TalkFrame({ place, zone, now, children }: Props) {
  const open = useSelectedLayoutSegment() !== null;
  return (
    <div
      data-wide
      className="grid h-[calc(100dvh-7.25rem-env(safe-area-inset-bottom))] min-h-0 grid-cols-[minmax(0,1fr)] md:h-dvh lg:grid-cols-[21rem_minmax(0,1fr)]"
    >
      <TalkKeys />
      <div className={cn("min-h-0 border-line lg:block lg:border-r", open && "hidden")}>
        <ConversationList place={place} zone={zone} now={now} />
      </div>
      <div className={cn("min-h-0 min-w-0 lg:block", !open && "hidden")}>{children}</div>
    </div>
  );
}
