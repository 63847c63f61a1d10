"use client";

import { UserPlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useDeferredValue, useId, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { cn } from "../../../ui/cn.ts";
import { Field } from "../../../ui/field.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Input } from "../../../ui/input.tsx";
import { maskPhone } from "../../../ui/phone-mask.ts";

/** Somebody of the list, somebody new by name, or nobody yet. */
export type Whom = { id: string; name: string } | { id: null; name: string } | null;

interface Props {
  value: Whom;
  onChange: (whom: Whom) => void;
  /** It was asked for, and nobody was chosen. */
  missing: boolean;
}

/** As many as are seen without scrolling the sheet away. */
const SHOWN = 6;

/** Whom it is for: found while one types, or new under the name that was typed. */
export function ClientChoice({ value, onChange, missing }: Props) {
  const t = useTranslations("calendar.fresh");
  if (!value) return <Search onChange={onChange} missing={missing} />;
  return (
    <Field group label={t("client")}>
      <div className="flex min-h-11 items-center justify-between rounded-md border border-line bg-sunken pl-3">
        <span className="min-w-0 truncate font-medium">
          {value.id === null ? t("newClient") : value.name}
        </span>
        <IconButton
          label={t("otherClient")}
          icon={<X aria-hidden />}
          onClick={() => onChange(null)}
        />
      </div>
    </Field>
  );
}

function Search({ onChange, missing }: Omit<Props, "value">) {
  const t = useTranslations("calendar.fresh");
  const common = useTranslations("common.validation");
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const query = useDeferredValue(typed.trim());
  const found = api.clients.list.useQuery(
    { query, limit: SHOWN },
    { placeholderData: (before) => before },
  );
  const people = found.data?.items ?? [];
  // The last of them is somebody new.
  const last = people.length;
  const active = Math.min(at, last);
  const choose = (index: number) => {
    const person = people[index];
    // A number that was typed is no name.
    const name = /\d/.test(typed) ? "" : typed.trim();
    onChange(person ? { id: person.id, name: person.name } : { id: null, name });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setAt(Math.min(active + 1, last));
    else if (event.key === "ArrowUp") setAt(Math.max(active - 1, 0));
    else if (event.key === "Enter") choose(active);
    else return;
    event.preventDefault();
  };
  const option = (index: number, children: ReactNode, className?: string) => (
    <Option
      id={`${id}-${index}`}
      active={index === active}
      className={className}
      onChoose={() => choose(index)}
    >
      {children}
    </Option>
  );
  return (
    <div>
      <Field label={t("client")} error={missing ? common("required") : undefined}>
        <Input
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be searched
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={`${id}-${active}`}
          autoComplete="off"
          maxLength={100}
          placeholder={t("search")}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </Field>
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist has no number beside a name
        role="listbox"
        id={`${id}-list`}
        aria-label={t("client")}
        className="mt-1.5 overflow-hidden rounded-md border border-line"
      >
        {people.map((person, index) => (
          <div key={person.id} role="presentation">
            {option(
              index,
              <>
                <span className="min-w-0 flex-1 truncate font-medium">{person.name}</span>
                <span className="shrink-0 text-sm text-ink-soft tabular-nums">
                  {maskPhone(person.phone)}
                </span>
              </>,
            )}
          </div>
        ))}
        {option(
          last,
          <>
            <UserPlus aria-hidden className="size-5 shrink-0" />
            {t("newClient")}
          </>,
          "font-medium text-action-ink",
        )}
      </div>
    </div>
  );
}

interface OptionProps {
  id: string;
  active: boolean;
  className?: string | undefined;
  onChoose: () => void;
  children: ReactNode;
}

/** Chosen by the arrows from within the input, where the focus stays; or tapped. */
function Option({ id, active, className, onChoose, children }: OptionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- keys are the input's
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- of the list above
      role="option"
      id={id}
      aria-selected={active}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={cn(
        "flex min-h-11 cursor-pointer items-center gap-2 border-b border-line px-3 last:border-b-0 hover:bg-sunken",
        active && "bg-action-soft hover:bg-action-soft",
        className,
      )}
    >
      {children}
    </div>
  );
}
