"use client";

import type { ComponentProps } from "react";
import type { Step } from "./use-choice.ts";

interface Props extends Omit<ComponentProps<"a">, "href"> {
  step: Step;
}

/** A choice: an address that any browser can follow, and where scripts run no page is loaded for it. */
export function StepLink({ step, onClick, children, ...rest }: Props) {
  return (
    <a
      {...rest}
      href={step.href}
      onClick={(event) => {
        onClick?.(event);
        // Somebody wants it in another tab.
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        step.go();
      }}
    >
      {children}
    </a>
  );
}
