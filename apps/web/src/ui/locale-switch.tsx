"use client";

import { Languages } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { LANGUAGES } from "../i18n/locales.ts";
import { useLocale } from "../i18n/slim.tsx";
import { rememberChoice } from "./cookie.ts";

/** The other language by its own name, and the way to it. `cookie` is where the server looks. */
export function useOtherLocale(cookie: string) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const other = useLocale() === "en" ? "pt-BR" : "en";
  const choose = () => {
    rememberChoice(cookie, other);
    start(() => router.refresh());
  };
  return { other, name: LANGUAGES[other], pending, choose };
}

// In full and not merged from parts: this is on public pages, whose scripts stay small. Nor is it
// there where no script runs, as then the browser's own language counts.
const look =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-md px-3 text-center text-[0.9375rem] leading-tight font-medium whitespace-nowrap text-ink-soft transition-colors duration-100 select-none hover:bg-action-soft hover:text-ink noscript:hidden [&_svg]:size-[1.15em] [&_svg]:shrink-0";

/** Offers the other language, in that language. `cookie` is where the server looks for the choice. */
export function LocaleSwitch({ cookie, className = "" }: { cookie: string; className?: string }) {
  const { other, name, pending, choose } = useOtherLocale(cookie);
  return (
    <button
      type="button"
      lang={other}
      aria-busy={pending}
      className={`${look} ${className}`}
      onClick={choose}
    >
      <Languages aria-hidden />
      {name}
    </button>
  );
}
