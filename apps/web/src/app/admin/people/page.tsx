import { listUsersInput } from "@odys/shared/admin/schema";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readFilters, type SearchParams } from "../../../features/admin/address.ts";
import { FilterChoice, Filters, FilterText } from "../../../features/admin/filters.tsx";
import { Listing } from "../../../features/admin/listing.tsx";
import { PeopleTable } from "../../../features/admin/people-table.tsx";
import { api } from "../../../trpc/server.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { adminOf } from "../admin.ts";

const PATH = "/admin/people";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.nav"))("people") };
}

export default async function PeoplePage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  await adminOf();
  const { asked, input } = readFilters(listUsersInput, await searchParams);
  const [page, t, filter, role] = await Promise.all([
    input && api.admin.listUsers(input),
    getTranslations("admin.person"),
    getTranslations("admin.filter"),
    getTranslations("admin.role"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} text={t("text")} />
      <Filters action={PATH} filtered={Object.keys(asked).length > 0}>
        <FilterText name="search" label={filter("nameOrEmail")} value={asked["search"]} wide />
        <FilterChoice
          name="role"
          label={t("role")}
          value={asked["role"]}
          options={[
            { value: "user", label: role("user") },
            { value: "admin", label: role("admin") },
          ]}
        />
        <FilterChoice
          name="verified"
          label={t("address")}
          value={asked["verified"]}
          options={[
            { value: "true", label: t("verified") },
            { value: "false", label: t("unverified") },
          ]}
        />
      </Filters>
      <Listing path={PATH} asked={asked} page={page} empty={t("empty")}>
        <PeopleTable rows={page?.items ?? []} now={new Date().toISOString()} />
      </Listing>
    </>
  );
}
