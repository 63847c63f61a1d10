"use client";

import type { Profession } from "@odys/shared/accounts/professions";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { Input } from "../../../ui/input.tsx";
import { searchProfessions } from "./profession-search.ts";

interface Props {
  value: Profession | null;
  onValueChange: (profession: Profession) => void;
  invalid?: boolean;
  describedBy?: string | undefined;
}

/**
 * Some forty fields of work in groups, all in sight; typing leaves those that fit, Enter takes the
 * first. They are native radios: arrows move between them.
 */
export function ProfessionPicker({ value, onValueChange, invalid, describedBy }: Props) {
  const t = useTranslations("onboarding.practice");
  const names = useTranslations("professions");
  const words = useTranslations("professionWords");
  const groupNames = useTranslations("professionGroups");
  const [typed, setTyped] = useState("");
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
          id="profession-search"
          type="search"
          className="pl-10"
          aria-label={t("search")}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          placeholder={t("search")}
          autoComplete="off"
          enterKeyHint="done"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={takeFirst}
        />
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
              <label
                key={one}
                className="inline-flex min-h-11 items-center rounded-full border border-line-strong bg-surface px-4 text-[0.9375rem] hover:border-ink-soft has-checked:border-action has-checked:bg-action has-checked:font-medium has-checked:text-on-action has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
              >
                <input
                  type="radio"
                  name="profession"
                  value={one}
                  checked={value === one}
                  onChange={() => onValueChange(one)}
                  className="sr-only"
                />
                {names(one)}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
