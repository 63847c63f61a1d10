import { listProfessionalsInput } from "@odys/shared/admin/schema";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readFilters, type SearchParams } from "../../../features/admin/address.ts";
import { FilterChoice, Filters, FilterText } from "../../../features/admin/filters.tsx";
import { Listing } from "../../../features/admin/listing.tsx";
import { ProfessionalsTable } from "../../../features/admin/professionals-table.tsx";
import { api } from "../../../trpc/server.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { adminOf } from "../admin.ts";

const PATH = "/admin/professionals";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.nav"))("professionals") };
}

export default async function ProfessionalsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  await adminOf();
  const { asked, input } = readFilters(listProfessionalsInput, await searchParams);
  const [page, t, filter] = await Promise.all([
    input && api.admin.listProfessionals(input),
    getTranslations("admin.practice"),
    getTranslations("admin.filter"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} text={t("text")} />
      <Filters action={PATH} filtered={Object.keys(asked).length > 0}>
        <FilterText name="search" label={filter("nameOrPage")} value={asked["search"]} wide />
        <FilterChoice
          name="suspended"
          label={t("status")}
          value={asked["suspended"]}
          options={[
            { value: "false", label: t("open") },
            { value: "true", label: t("suspended") },
          ]}
        />
      </Filters>
      <Listing path={PATH} asked={asked} page={page} empty={t("empty")}>
        <ProfessionalsTable rows={page?.items ?? []} />
      </Listing>
    </>
  );
}
