"use client";

import { CircleAlert, Clock } from "lucide-react";
import { cn } from "../../../ui/cn.ts";
import { clockText } from "../../../ui/when.ts";
import type { Obstacles } from "./conflict.ts";
import { isTaken } from "./conflict.ts";
import type { Drag } from "./gesture.ts";
import { standing } from "./item-look.ts";
import { LEAST_MINUTES } from "./place.ts";
import { useObstacleWords } from "./use-obstacle-words.ts";

interface Props {
  drag: Drag;
  obstacles: Obstacles;
  zone: string;
  days: number;
}

/** Where it would be, and what stands in the way: said before it is dropped. */
export function DragGhost({ drag, obstacles, zone, days }: Props) {
  const words = useObstacleWords(zone);
  const taken = isTaken(obstacles);
  const careful = taken || obstacles.outside || obstacles.past;
  const said = words(obstacles);
  const Icon = taken ? CircleAlert : Clock;
  return (
    <output
      data-ghost={taken ? "taken" : careful ? "careful" : "free"}
      className="pointer-events-none absolute z-20 block px-px"
      style={{
        ...standing({ top: drag.top, bottom: Math.max(drag.bottom, drag.top + LEAST_MINUTES) }),
        left: `${(drag.day / days) * 100}%`,
        width: `${100 / days}%`,
      }}
    >
      <div
        className={cn(
          "size-full rounded-sm border-2 shadow-float",
          taken
            ? "border-bad bg-bad-soft"
            : careful
              ? "border-waiting bg-waiting-soft"
              : "border-action bg-action-soft",
        )}
      />
      <div
        className={cn(
          "absolute top-full mt-1 w-max max-w-60 rounded-md border border-line bg-surface px-3 py-2 text-[0.8125rem] leading-5 shadow-float",
          drag.day > days / 2 ? "right-0" : "left-0",
        )}
      >
        <span className="block font-semibold tabular-nums">
          {clockText(drag.start, zone)}–{clockText(drag.end, zone)}
        </span>
        {said.map((sentence) => (
          <span
            key={sentence}
            className={cn("flex items-start gap-1.5", taken ? "text-bad" : "text-waiting")}
          >
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
            {sentence}
          </span>
        ))}
      </div>
    </output>
  );
}
