"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../../../ui/button.tsx";
import { cn } from "../../../ui/cn.ts";
import { FormError } from "../../../ui/form/form-error.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { type Page, PAGES } from "./steps.ts";

/** Where one is: in words, and as a line that fills. */
function Progress({ page }: { page: Page }) {
  const t = useTranslations("onboarding");
  const at = PAGES.indexOf(page);
  return (
    <div className="mb-6">
      <p className="mb-2 text-sm font-medium text-ink-soft tabular-nums">
        {t("progress", { number: at + 1, total: PAGES.length })}
      </p>
      <div aria-hidden className="flex gap-1.5">
        {PAGES.map((one, i) => (
          <span
            key={one}
            className={cn("h-1.5 flex-1 rounded-full bg-line", i <= at && "bg-action")}
          />
        ))}
      </div>
    </div>
  );
}

/** Title of a page of the wizard, focused when the page is turned, so that it is read. */
export function PageHead({ page }: { page: Page }) {
  const t = useTranslations(`onboarding.${page}`);
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) heading.current?.focus({ preventScroll: true });
    first.current = false;
  }, [page]);
  return (
    <>
      <Progress page={page} />
      <h1
        ref={heading}
        tabIndex={-1}
        className="font-display text-[1.75rem] leading-9 font-bold tracking-tight outline-none"
      >
        {t("title")}
      </h1>
      <p className="mt-1.5 mb-7 text-ink-soft">{t("lead")}</p>
    </>
  );
}

interface ActionsProps {
  submit: string;
  busy: string | false;
  problem?: ReactNode;
  onBack?: (() => void) | undefined;
}

/** The way on, where the thumb is; on a phone it stays in sight. */
export function PageActions({ submit, busy, problem, onBack }: ActionsProps) {
  const t = useTranslations("onboarding");
  return (
    <div className="mt-2 grid gap-4">
      <FormError>{problem}</FormError>
      <div className="sticky bottom-0 z-20 -mx-5 flex items-center justify-between gap-3 border-t border-line bg-paper px-5 pt-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))] sm:static sm:mx-0 sm:border-0 sm:bg-transparent sm:px-0">
        {onBack ? (
          <Button variant="quiet" size="lg" className="-ml-3 px-4" onClick={onBack}>
            {t("back")}
          </Button>
        ) : (
          <span />
        )}
        <SubmitButton size="lg" busy={busy} className="min-w-40 max-sm:flex-1 max-sm:max-w-60">
          {submit}
        </SubmitButton>
      </div>
    </div>
  );
}
