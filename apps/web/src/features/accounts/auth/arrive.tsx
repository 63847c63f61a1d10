"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** What has taken the place of a form: the keyboard and the screen reader go there. */
export function Arrive({ children }: { children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.focus(), []);
  return (
    <div ref={element} tabIndex={-1} className="outline-none">
      {children}
    </div>
  );
}
