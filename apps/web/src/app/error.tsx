"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button.tsx";
import { ErrorState } from "../ui/states.tsx";

interface Props {
  error: Error & { digest?: string };
  retry: () => void;
}

/** What a person sees when a page failed. The reason stands in the log, under the same code. */
export default function ErrorPage({ error, retry }: Props) {
  const t = useTranslations("common");
  return (
    <main id="content" className="px-4 py-16">
      <ErrorState
        heading="h1"
        title={t("crash.title")}
        text={
          <>
            {t("crash.text")}
            {error.digest && (
              <span className="mt-3 block text-sm">
                {t("crash.reference", { code: error.digest })}
              </span>
            )}
          </>
        }
        action={<Button onClick={retry}>{t("retry")}</Button>}
      />
    </main>
  );
}
