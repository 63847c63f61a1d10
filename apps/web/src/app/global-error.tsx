"use client";

import { useSyncExternalStore } from "react";
import { DEFAULT_LOCALE, isLocale, LOCALE_COOKIE } from "../i18n/locales.ts";
import "./globals.css";

// The layout itself failed, and with it the dictionary: these few words are carried along.
const WORDS = {
  "pt-BR": {
    title: "Não conseguimos abrir o Odys",
    text: "O que você já salvou está salvo. Tente de novo; se continuar, volte em alguns minutos.",
    retry: "Tentar de novo",
    reference: "Se falar conosco, diga o código",
  },
  en: {
    title: "We could not open Odys",
    text: "What you saved is saved. Try again; if it goes on, come back in a few minutes.",
    retry: "Try again",
    reference: "If you write to us, mention the code",
  },
};

function readLocale() {
  const cookie = new RegExp(`(?:^|; )${LOCALE_COOKIE}=([^;]+)`).exec(document.cookie)?.[1];
  if (isLocale(cookie)) return cookie;
  return navigator.language.startsWith("pt") ? "pt-BR" : "en";
}
const never = () => () => {};

interface Props {
  error: Error & { digest?: string };
  retry: () => void;
}

export default function GlobalError({ error, retry }: Props) {
  const locale = useSyncExternalStore(never, readLocale, () => DEFAULT_LOCALE);
  const words = WORDS[locale];
  return (
    <html lang={locale}>
      <body>
        <title>{words.title}</title>
        <main className="mx-auto max-w-md px-4 py-24 text-center">
          <h1 className="text-lg font-semibold">{words.title}</h1>
          <p className="mt-1 text-ink-soft">{words.text}</p>
          {error.digest && (
            <p className="mt-3 text-sm text-ink-soft">
              {words.reference} {error.digest}
            </p>
          )}
          <button
            type="button"
            onClick={retry}
            className="mt-5 min-h-11 rounded-md bg-action px-4 font-medium text-on-action"
          >
            {words.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
