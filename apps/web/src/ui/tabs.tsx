"use client";

import * as Radix from "radix-ui/tabs";
import type { ReactNode } from "react";

interface Tab {
  value: string;
  label: ReactNode;
  content: ReactNode;
}

/** A few views of one thing; arrow keys move between them. */
export function Tabs({
  label,
  tabs,
  defaultValue = tabs[0]?.value,
  ...rest
}: {
  /** What the tabs choose between, read aloud. */
  label: string;
  tabs: readonly Tab[];
  defaultValue?: string | undefined;
  value?: string;
  onValueChange?: (value: string) => void;
}) {
  return (
    <Radix.Root defaultValue={defaultValue} {...rest}>
      <Radix.List aria-label={label} className="flex gap-1 pushable border-b border-line">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px min-h-11 shrink-0 border-b-2 border-transparent px-3 text-[0.9375rem] font-medium text-ink-soft hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-action data-[state=active]:text-ink"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="pt-5">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
