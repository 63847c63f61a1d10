import { formatPhone } from "@odys/shared/kernel/phone";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { addressOf } from "../../../../features/admin/address.ts";
import { At } from "../../../../features/admin/at.tsx";
import { Facts, Section } from "../../../../features/admin/facts.tsx";
import { RowLink } from "../../../../features/admin/listing.tsx";
import { PracticePill } from "../../../../features/admin/pills.tsx";
import { Suspend } from "../../../../features/admin/suspend.tsx";
import { api } from "../../../../trpc/server.tsx";
import { buttonClass } from "../../../../ui/button-class.ts";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { adminOf, found } from "../../admin.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.nav"))("professionals") };
}

export default async function ProfessionalPage({ params }: { params: Promise<{ id: string }> }) {
  await adminOf();
  const { id } = await params;
  const [practice, t, professions, audit] = await Promise.all([
    found(api.admin.getProfessional({ id })),
    getTranslations("admin.practice"),
    getTranslations("professions"),
    getTranslations("admin.audit"),
  ]);
  const { name, slug, suspendedAt, suspendedReason, appointments } = practice;
  return (
    <>
      <PageHeader
        title={name}
        text={t("logged")}
        actions={
          <>
            <Link
              href={addressOf("/admin/audit", { professionalId: id }, {})}
              className={buttonClass({ variant: "secondary" })}
            >
              {audit("of")}
            </Link>
            <Suspend id={id} name={name} suspended={suspendedAt !== null} />
          </>
        }
      />
      {suspendedAt && (
        <div className="mb-4 rounded-lg border border-bad bg-bad-soft p-4">
          <p className="font-medium text-bad">{t("suspendedSince")}</p>
          <p className="mt-1">
            <At at={suspendedAt} /> · {suspendedReason}
          </p>
        </div>
      )}
      <Facts
        items={[
          { label: t("status"), value: <PracticePill suspendedAt={suspendedAt} /> },
          {
            label: t("page"),
            value: suspendedAt ? (
              `/p/${slug}`
            ) : (
              <RowLink href={`/p/${slug}`}>{`/p/${slug}`}</RowLink>
            ),
          },
          { label: t("profession"), value: professions(practice.profession) },
          { label: t("plan"), value: t(`plans.${practice.plan}`) },
          {
            label: t("owner"),
            value: <RowLink href={`/admin/people/${practice.userId}`}>{practice.email}</RowLink>,
          },
          { label: t("phone"), value: practice.phone === null ? "–" : formatPhone(practice.phone) },
          { label: t("zone"), value: practice.zone },
          { label: t("since"), value: <At at={practice.createdAt} /> },
        ]}
      />
      <Section title={t("figures")}>
        <Facts
          items={[
            { label: t("services"), value: practice.services },
            { label: t("clients"), value: practice.clients },
            { label: t("upcoming"), value: appointments.upcoming },
            { label: t("pending"), value: appointments.pending },
            { label: t("booked30"), value: appointments.booked30Days },
            {
              label: t("appointments"),
              value: (
                <RowLink href={addressOf("/admin/appointments", { professionalId: id }, {})}>
                  {t("show")}
                </RowLink>
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}
