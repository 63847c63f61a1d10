"use client";

import { Languages } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useTransition } from "react";
import { buttonClass } from "./button-class.ts";
import { cn } from "./cn.ts";
import { rememberChoice } from "./cookie.ts";

const NAMES = { "pt-BR": "Português", en: "English" };

/** The other language by its own name, and the way to it. `cookie` is where the server looks. */
export function useOtherLocale(cookie: string) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const other = useLocale() === "en" ? "pt-BR" : "en";
  const choose = () => {
    rememberChoice(cookie, other);
    start(() => router.refresh());
  };
  return { other, name: NAMES[other], pending, choose };
}

/** Offers the other language, in that language. `cookie` is where the server looks for the choice. */
export function LocaleSwitch({ cookie, className }: { cookie: string; className?: string }) {
  const { other, name, pending, choose } = useOtherLocale(cookie);
  return (
    <button
      type="button"
      lang={other}
      aria-busy={pending}
      className={cn(
        buttonClass({ variant: "quiet" }),
        "px-3 text-ink-soft hover:text-ink",
        className,
      )}
      onClick={choose}
    >
      <Languages aria-hidden />
      {name}
    </button>
  );
}
