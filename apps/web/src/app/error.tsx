"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "../i18n/slim.tsx";
import { buttonClass } from "../ui/button-class.ts";

interface Props {
  error: Error & { digest?: string };
  retry: () => void;
}

/**
 * What a person sees when a page failed. The reason stands in the log, under the same code. Every page
 * carries this one along, so it is made of little.
 */
export default function ErrorPage({ error, retry }: Props) {
  const t = useTranslations("common");
  return (
    <main id="content" className="px-4 py-16">
      <div
        role="alert"
        className="mx-auto flex max-w-md flex-col items-center px-4 py-12 text-center"
      >
        <CircleAlert aria-hidden className="mb-4 size-8 text-ink-faint" strokeWidth={1.5} />
        <h1 className="text-lg font-semibold text-balance">{t("crash.title")}</h1>
        <p className="mt-1 text-pretty text-ink-soft">
          {t("crash.text")}
          {error.digest && (
            <span className="mt-3 block text-sm">
              {t("crash.reference", { code: error.digest })}
            </span>
          )}
        </p>
        <button type="button" onClick={retry} className={`mt-5 ${buttonClass()}`}>
          {t("retry")}
        </button>
      </div>
    </main>
  );
}
