"use client";

import type { Profession } from "@odys/shared/accounts/professions";
import { CircleAlert, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type Ref, useId, useState } from "react";
import { Input } from "../../../ui/input.tsx";
import { RadioPill } from "../form/radio-pill.tsx";
import { searchProfessions } from "./profession-search.ts";

interface Props {
  value: Profession | null;
  onValueChange: (profession: Profession) => void;
  /** A sentence, shown where the eye is: above the choices. */
  error?: string | undefined;
  ref?: Ref<HTMLInputElement>;
}

/**
 * Some forty fields of work in groups, all in sight; typing leaves those that fit, Enter takes the
 * first. They are native radios: arrows move between them.
 */
export function ProfessionPicker({ value, onValueChange, error, ref }: Props) {
  const t = useTranslations("onboarding.practice");
  const names = useTranslations("professions");
  const words = useTranslations("professionWords");
  const groupNames = useTranslations("professionGroups");
  const [typed, setTyped] = useState("");
  const errorId = useId();
  const groups = searchProfessions(typed, (one) => `${names(one)} ${words(one)}`);
  const count = groups.reduce((sum, { professions }) => sum + professions.length, 0);
  const shown =
    count === 0 ? [{ group: "consulting" as const, professions: ["other" as const] }] : groups;

  function takeFirst(event: KeyboardEvent) {
    if (event.key === "Escape") setTyped("");
    if (event.key !== "Enter") return;
    event.preventDefault();
    const first = shown[0]?.professions[0];
    if (first && typed.trim() !== "") onValueChange(first);
  }
  return (
    <div>
      <div className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 z-10 size-5 -translate-y-1/2 text-ink-soft"
        />
        <Input
          ref={ref}
          id={`${errorId}-search`}
          type="search"
          className="pl-10"
          aria-label={t("search")}
          aria-describedby={error ? errorId : undefined}
          aria-invalid={error ? true : undefined}
          placeholder={t("search")}
          autoComplete="off"
          enterKeyHint="done"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={takeFirst}
        />
      </div>
      <div aria-live="polite">
        {error && (
          <p id={errorId} className="mt-1.5 flex gap-1.5 text-sm font-medium text-bad">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {error}
          </p>
        )}
      </div>
      <p className="sr-only" aria-live="polite">
        {typed.trim() !== "" && t("found", { count })}
      </p>
      {count === 0 && (
        <p className="mt-3 text-[0.9375rem] text-ink-soft">{t("none", { text: typed.trim() })}</p>
      )}
      {shown.map(({ group, professions }) => (
        <fieldset key={group} className="mt-5">
          <legend className="mb-2 text-sm text-ink-soft">{groupNames(group)}</legend>
          <div className="flex flex-wrap gap-2">
            {professions.map((one) => (
              <RadioPill
                key={one}
                name="profession"
                value={one}
                checked={value === one}
                onChange={() => onValueChange(one)}
              >
                {names(one)}
              </RadioPill>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
