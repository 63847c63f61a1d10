import { listAppointmentsInput } from "@odys/shared/admin/schema";
import { APPOINTMENT_STATUSES } from "@odys/shared/booking/status";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readFilters, type SearchParams } from "../../../features/admin/address.ts";
import { AppointmentsTable } from "../../../features/admin/appointments-table.tsx";
import { FilterChoice, Filters, FilterText } from "../../../features/admin/filters.tsx";
import { Listing } from "../../../features/admin/listing.tsx";
import { api } from "../../../trpc/server.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { adminOf } from "../admin.ts";

const PATH = "/admin/appointments";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.nav"))("appointments") };
}

export default async function AppointmentsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  await adminOf();
  const { asked, input } = readFilters(listAppointmentsInput, await searchParams);
  const [page, t, filter, status] = await Promise.all([
    input && api.admin.listAppointments(input),
    getTranslations("admin.appointment"),
    getTranslations("admin.filter"),
    getTranslations("dashboard.status"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} text={t("text")} />
      <Filters action={PATH} filtered={Object.keys(asked).length > 0}>
        <FilterText name="client" label={filter("client")} value={asked["client"]} wide />
        <FilterChoice
          name="status"
          label={t("status")}
          value={asked["status"]}
          options={APPOINTMENT_STATUSES.map((value) => ({
            value,
            label: value === "pending_confirmation" ? t("pending") : status(value),
          }))}
        />
        <FilterText name="from" label={filter("from")} value={asked["from"]} type="date" />
        <FilterText name="to" label={filter("to")} value={asked["to"]} type="date" />
        <FilterText name="id" label={filter("id")} value={asked["id"]} wide />
        <FilterText
          name="professionalId"
          label={filter("professionalId")}
          value={asked["professionalId"]}
          wide
        />
      </Filters>
      <Listing path={PATH} asked={asked} page={page} empty={t("empty")}>
        <AppointmentsTable rows={page?.items ?? []} />
      </Listing>
    </>
  );
}
