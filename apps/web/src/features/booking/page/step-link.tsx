"use client";

import { type ComponentProps, type MouseEvent, useEffect, useRef } from "react";
import type { Step } from "./use-choice.ts";

interface Props extends Omit<ComponentProps<"a">, "href" | "role" | "aria-disabled"> {
  /** Null where the choice leads nowhere for now. */
  step: Step | null;
}

/**
 * A choice: an address that any browser can follow, and where scripts run no page is loaded for it.
 * One that comes to lead somewhere, or ceases to, stays the same element: whoever is on it with the
 * keyboard stays there.
 */
export function StepLink({ step, onClick, tabIndex, children, ...rest }: Props) {
  // Next hears of an address from its first effects on; one that was chosen before would be lost, so
  // until then the browser follows it.
  const heard = useRef(false);
  useEffect(() => {
    heard.current = true;
  }, []);
  return (
    <a
      {...rest}
      href={step?.href}
      role={step ? undefined : "link"}
      aria-disabled={step ? undefined : true}
      tabIndex={tabIndex ?? (step ? undefined : -1)}
      onClick={(event) => {
        onClick?.(event);
        if (!step || !heard.current || goesElsewhere(event)) return;
        event.preventDefault();
        step.go();
      }}
    >
      {children}
    </a>
  );
}

/** Somebody wants it in another tab. */
function goesElsewhere({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return metaKey || ctrlKey || shiftKey || altKey;
}
