import { formatMoney } from "@odys/shared/kernel/money";
import { formatPhone } from "@odys/shared/kernel/phone";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { auditOf } from "../../../../features/admin/address.ts";
import { At } from "../../../../features/admin/at.tsx";
import { Facts, Section } from "../../../../features/admin/facts.tsx";
import { RowLink } from "../../../../features/admin/listing.tsx";
import { AppointmentStatusPill } from "../../../../features/booking/agenda/status.tsx";
import { api } from "../../../../trpc/server.tsx";
import { buttonClass } from "../../../../ui/button-class.ts";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { adminOf, found } from "../../admin.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.nav"))("appointments") };
}

export default async function AppointmentPage({ params }: { params: Promise<{ id: string }> }) {
  await adminOf();
  const { id } = await params;
  const [appointment, t, audit, locale] = await Promise.all([
    found(api.admin.getAppointment({ id })),
    getTranslations("admin.appointment"),
    getTranslations("admin.audit"),
    getLocale(),
  ]);
  const { professional, client } = appointment;
  return (
    <>
      <PageHeader
        title={appointment.serviceName}
        text={t("logged")}
        actions={
          <Link
            href={auditOf("appointments", id)}
            className={buttonClass({ variant: "secondary" })}
          >
            {audit("of")}
          </Link>
        }
      />
      <Facts
        items={[
          {
            label: t("status"),
            value: (
              <AppointmentStatusPill
                status={appointment.status}
                label={appointment.status === "pending_confirmation" ? t("pending") : undefined}
              />
            ),
          },
          {
            label: t("professional"),
            value: (
              <RowLink href={`/admin/professionals/${professional.id}`}>
                {professional.name}
              </RowLink>
            ),
          },
          { label: t("starts"), value: <At at={appointment.startsAt} /> },
          {
            label: professional.zone,
            value: <At at={appointment.startsAt} zone={professional.zone} />,
          },
          { label: t("ends"), value: <At at={appointment.endsAt} /> },
          { label: t("price"), value: formatMoney(appointment.price, locale) },
          { label: t("source"), value: t(`sources.${appointment.source}`) },
          { label: t("booked"), value: <At at={appointment.createdAt} /> },
        ]}
      />
      {client && (
        <Section title={t("client")}>
          <Facts
            items={[
              { label: t("name"), value: client.name },
              { label: t("phone"), value: formatPhone(client.phone) },
              { label: t("email"), value: client.email ?? "–" },
              { label: t("bookedEmail"), value: appointment.bookedEmail ?? "–" },
            ]}
          />
        </Section>
      )}
    </>
  );
}
