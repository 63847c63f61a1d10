import { listAuditInput } from "@odys/shared/admin/schema";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readFilters, type SearchParams } from "../../../features/admin/address.ts";
import { AuditTable } from "../../../features/admin/audit-table.tsx";
import { Filters, FilterText } from "../../../features/admin/filters.tsx";
import { Listing } from "../../../features/admin/listing.tsx";
import { api } from "../../../trpc/server.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { adminOf } from "../admin.ts";

const PATH = "/admin/audit";
const TEXTS = ["actor", "action", "table", "row", "professionalId", "requestId"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.nav"))("audit") };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await adminOf();
  const { asked, input } = readFilters(listAuditInput, await searchParams);
  const [page, t, filter] = await Promise.all([
    input && api.admin.listAudit(input),
    getTranslations("admin.audit"),
    getTranslations("admin.filter"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} text={t("text")} />
      <Filters action={PATH} filtered={Object.keys(asked).length > 0}>
        {TEXTS.map((name) => (
          <FilterText key={name} name={name} label={filter(name)} value={asked[name]} />
        ))}
        <FilterText name="from" label={filter("from")} value={asked["from"]} type="date" />
        <FilterText name="to" label={filter("to")} value={asked["to"]} type="date" />
      </Filters>
      <Listing path={PATH} asked={asked} page={page} empty={t("empty")}>
        <AuditTable rows={page?.items ?? []} />
      </Listing>
    </>
  );
}
