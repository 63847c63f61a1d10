import { WifiOff } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "../../ui/button.tsx";
import { Wordmark } from "../../ui/logo.tsx";
import { EmptyState } from "../../ui/states.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("offline");
  return { title: t("title"), robots: { index: false } };
}

/** Kept on the device by the service worker, and shown in place of a page that could not be fetched. */
export default async function OfflinePage() {
  const t = await getTranslations("offline");
  return (
    <main id="content" className="flex min-h-dvh flex-col px-4">
      <p className="flex h-18 items-center">
        <Wordmark />
      </p>
      <EmptyState
        className="my-auto pb-24"
        icon={<WifiOff />}
        heading="h1"
        title={t("title")}
        text={t("text")}
        // The address stays that of the page that was wanted: this asks for it again, without scripts.
        action={
          <form>
            <Button type="submit">{t("retry")}</Button>
          </form>
        }
      />
    </main>
  );
}
