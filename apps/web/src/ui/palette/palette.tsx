"use client";

import { LoaderCircle, Search, X } from "lucide-react";
import * as Radix from "radix-ui/dialog";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "next-intl";
import { iconButtonClass } from "../icon-button.tsx";
import { Kbd } from "../kbd.tsx";
import { provideStyleNonce } from "../style-nonce.ts";

export interface PaletteItem {
  id: string;
  label: string;
  /** Other words by which it is found. */
  alsoKnownAs?: string;
  /** At the end of the line. */
  detail?: ReactNode;
  icon: ReactNode;
  lang?: string;
}

export interface PaletteGroup<T extends PaletteItem> {
  id: string;
  label: string;
  items: readonly T[];
}

interface Props<T extends PaletteItem> {
  /** What it is, for those who do not see it. */
  title: string;
  placeholder: string;
  query: string;
  onQuery: (query: string) => void;
  groups: readonly PaletteGroup<T>[];
  onChoose: (item: T) => void;
  onClose: () => void;
  /** More may be on its way. */
  busy: boolean;
  /** Said when there is nothing in any group. */
  nothing: ReactNode;
  /** How much was found, said aloud. */
  found: string;
  /** What the keys do, where there is a keyboard. */
  hints: { choose: string; move: string };
}

/**
 * One field that leads everywhere: a combobox over a list in groups. The focus stays in the field; what
 * is chosen next is told by aria-activedescendant. Mounted is open.
 */
export function Palette<T extends PaletteItem>(props: Props<T>) {
  const { title, placeholder, query, onQuery, groups, onChoose, onClose, busy, nothing } = props;
  const common = useTranslations("common");
  const id = useId();
  const items = groups.flatMap((group) => group.items);
  const { active, optionId, setPicked, press } = useChoice(id, items, onChoose);
  const list = useRef<HTMLDivElement>(null);
  useEffect(provideStyleNonce, []);

  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="appear fixed inset-0 z-50 bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          className="appear fixed inset-x-2 top-2 z-50 flex max-h-[min(32rem,calc(100dvh-1rem))] flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-float outline-none md:inset-x-auto md:top-[14vh] md:left-1/2 md:max-h-[min(30rem,72vh)] md:w-[min(38rem,calc(100vw-4rem))] md:-translate-x-1/2"
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          <div className="flex items-center gap-3 border-b border-line py-1.5 pr-1.5 pl-4">
            {busy ? (
              <LoaderCircle aria-hidden className="size-5 shrink-0 animate-spin text-ink-faint" />
            ) : (
              <Search aria-hidden className="size-5 shrink-0 text-ink-faint" />
            )}
            <input
              role="combobox"
              aria-expanded={items.length > 0}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={active && optionId(active)}
              aria-label={title}
              placeholder={placeholder}
              value={query}
              maxLength={100}
              autoComplete="off"
              autoCorrect="off"
              autoCapitalize="off"
              spellCheck={false}
              enterKeyHint="go"
              onChange={({ currentTarget }) => {
                setPicked(null);
                list.current?.scrollTo({ top: 0 });
                onQuery(currentTarget.value);
              }}
              onKeyDown={press}
              className="h-11 min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-ink-faint"
            />
            <Radix.Close className={iconButtonClass} aria-label={common("close")}>
              <X aria-hidden />
            </Radix.Close>
          </div>
          <div
            ref={list}
            id={`${id}-list`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native one cannot be led by a field
            role="listbox"
            aria-label={title}
            tabIndex={-1}
            className="min-h-0 flex-1 scroll-py-2 overflow-y-auto p-2 outline-none empty:hidden"
          >
            {groups
              .filter((group) => group.items.length > 0)
              .map((group) => (
                <Group
                  key={group.id}
                  id={`${id}-${group.id}`}
                  group={group}
                  active={active}
                  optionId={optionId}
                  onPoint={(item) => setPicked(item.id)}
                  onChoose={onChoose}
                />
              ))}
          </div>
          {items.length === 0 && <p className="px-4 py-10 text-center text-ink-soft">{nothing}</p>}
          <output className="sr-only">{props.found}</output>
          <Hints {...props.hints} close={common("close")} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Which of the items is chosen next, and the keys that lead to another one. */
function useChoice<T extends PaletteItem>(
  id: string,
  items: readonly T[],
  onChoose: (item: T) => void,
) {
  const [picked, setPicked] = useState<string | null>(null);
  const at = Math.max(
    items.findIndex((item) => item.id === picked),
    0,
  );
  const active = items[at];
  const optionId = (item: T) => `${id}-${item.id}`;
  const move = (by: number) => {
    const next = items[(at + by + items.length) % items.length];
    if (!next) return;
    setPicked(next.id);
    document.getElementById(optionId(next))?.scrollIntoView({ block: "nearest" });
  };
  const press = (event: KeyboardEvent) => {
    // What an input method does with these keys is its own.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") {
      if (active) onChoose(active);
    } else return;
    event.preventDefault();
  };
  return { active, optionId, setPicked, press };
}

interface GroupProps<T extends PaletteItem> {
  id: string;
  group: PaletteGroup<T>;
  active: T | undefined;
  optionId: (item: T) => string;
  onPoint: (item: T) => void;
  onChoose: (item: T) => void;
}

function Group<T extends PaletteItem>(props: GroupProps<T>) {
  const { id, group, active, optionId, onPoint, onChoose } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a list box knows no other group
    <div role="group" aria-labelledby={id}>
      <p id={id} className="px-3 pt-3 pb-1.5 text-xs font-semibold text-ink-soft">
        {group.label}
      </p>
      {group.items.map((item) => (
        <Option
          key={item.id}
          id={optionId(item)}
          item={item}
          selected={item === active}
          onPoint={() => onPoint(item)}
          onChoose={() => onChoose(item)}
        />
      ))}
    </div>
  );
}

/** What the keys do, where there is a keyboard. */
function Hints({ choose, move, close }: { choose: string; move: string; close: string }) {
  return (
    <p className="hidden items-center gap-2 border-t border-line px-4 py-2.5 text-xs text-ink-soft md:flex">
      <Kbd>↑</Kbd>
      <Kbd>↓</Kbd>
      <span className="mr-3">{move}</span>
      <Kbd>Enter</Kbd>
      <span className="mr-3">{choose}</span>
      <Kbd>Esc</Kbd>
      <span>{close}</span>
    </p>
  );
}

interface OptionProps {
  id: string;
  item: PaletteItem;
  selected: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function Option({ id, item, selected, onPoint, onChoose }: OptionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the field's
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native option holds no icon
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      lang={item.lang}
      // The pointer chooses when it moves, not when the list moves under it; nor does it take the focus.
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 text-[0.9375rem] aria-selected:bg-action-soft aria-selected:text-action-ink [&_svg]:size-4.5 [&_svg]:shrink-0 [&_svg]:text-ink-soft aria-selected:[&_svg]:text-action-ink"
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.detail && (
        <span className="max-w-[45%] truncate text-sm text-ink-soft tabular-nums">
          {item.detail}
        </span>
      )}
    </div>
  );
}
