"use client";

import * as Radix from "radix-ui/dropdown-menu";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

interface Props {
  trigger: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  children: ReactNode;
}

export function DropdownMenu({ trigger, align = "end", side = "bottom", children }: Props) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={12}
          className="appear z-50 min-w-56 rounded-md border border-line bg-surface p-1.5 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function MenuItem({
  tone = "plain",
  className,
  ...rest
}: ComponentProps<typeof Radix.Item> & { tone?: "plain" | "danger" }) {
  return (
    <Radix.Item
      className={cn(
        "flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-3 text-[0.9375rem] outline-none select-none data-disabled:opacity-50 data-highlighted:bg-sunken [&_svg]:size-4.5 [&_svg]:shrink-0 [&_svg]:text-ink-soft",
        tone === "danger" && "text-bad data-highlighted:bg-bad-soft [&_svg]:text-bad",
        className,
      )}
      {...rest}
    />
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string; icon: ReactNode }[];
  onValueChange: (value: string) => void;
}

/** One of a few, side by side as icons. The menu stays open: the result is seen at once. */
export function MenuChoice({ label, value, options, onValueChange }: ChoiceProps) {
  return (
    <Radix.RadioGroup
      aria-label={label}
      value={value}
      onValueChange={onValueChange}
      className="mx-1.5 mb-1.5 grid auto-cols-fr grid-flow-col rounded-md border border-line"
    >
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          aria-label={option.label}
          title={option.label}
          onSelect={(event) => event.preventDefault()}
          className="flex min-h-11 cursor-pointer items-center justify-center rounded-md text-ink-soft outline-none data-highlighted:bg-sunken data-highlighted:text-ink data-[state=checked]:bg-action-soft data-[state=checked]:text-action-ink [&_svg]:size-4.5"
        >
          {option.icon}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-3 py-2 text-sm text-ink-soft">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1.5 h-px bg-line" />;
}
