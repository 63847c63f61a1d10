import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { addressOf, type SearchParams } from "../../../features/admin/address.ts";
import { Section } from "../../../features/admin/facts.tsx";
import { CallersTable, HitsTable } from "../../../features/admin/hits-table.tsx";
import { api } from "../../../trpc/server.tsx";
import { buttonClass } from "../../../ui/button-class.ts";
import { PageHeader } from "../../../ui/page-header.tsx";
import { EmptyState } from "../../../ui/states.tsx";
import { adminOf } from "../admin.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.nav"))("limits") };
}

export default async function LimitsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  await adminOf();
  const hours = (await searchParams)["hours"] === "168" ? 168 : 24;
  const [{ limits, callers }, t] = await Promise.all([
    api.admin.listHits({ hours }),
    getTranslations("admin.limit"),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        text={t("text")}
        actions={([24, 168] as const).map((span) => (
          <Link
            key={span}
            href={addressOf("/admin/limits", {}, { hours: span === 24 ? undefined : "168" })}
            aria-current={span === hours ? "true" : undefined}
            className={buttonClass({
              size: "sm",
              variant: span === hours ? "secondary" : "quiet",
            })}
          >
            {t(span === 24 ? "day" : "week")}
          </Link>
        ))}
      />
      <HitsTable limits={limits} />
      <Section title={t("top")}>
        {callers.length > 0 ? (
          <CallersTable callers={callers} />
        ) : (
          <EmptyState title={t("nobody")} />
        )}
      </Section>
    </>
  );
}
