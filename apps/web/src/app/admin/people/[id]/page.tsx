import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { deviceName } from "../../../../features/accounts/settings/device-name.ts";
import { addressOf, auditOf } from "../../../../features/admin/address.ts";
import { At } from "../../../../features/admin/at.tsx";
import { Facts, Section } from "../../../../features/admin/facts.tsx";
import { RowLink } from "../../../../features/admin/listing.tsx";
import { RoleBadge, VerifiedPill } from "../../../../features/admin/pills.tsx";
import { SignOutUser } from "../../../../features/admin/sign-out-user.tsx";
import { api } from "../../../../trpc/server.tsx";
import { buttonClass } from "../../../../ui/button-class.ts";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { adminOf, found } from "../../admin.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.nav"))("people") };
}

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  await adminOf();
  const { id } = await params;
  const [person, t, audit] = await Promise.all([
    found(api.admin.getUser({ id })),
    getTranslations("admin.person"),
    getTranslations("admin.audit"),
  ]);
  const { practice } = person;
  return (
    <>
      <PageHeader
        title={person.name}
        text={t("logged")}
        actions={
          <>
            <Link href={auditOf("users", id)} className={buttonClass({ variant: "secondary" })}>
              {audit("of")}
            </Link>
            <Link
              href={addressOf("/admin/audit", { actor: `user:${id}` }, {})}
              className={buttonClass({ variant: "secondary" })}
            >
              {audit("by")}
            </Link>
            <SignOutUser id={id} name={person.name} />
          </>
        }
      />
      <Facts
        items={[
          { label: t("email"), value: person.email },
          { label: t("address"), value: <VerifiedPill verified={person.emailVerified} /> },
          { label: t("role"), value: <RoleBadge role={person.role} /> },
          { label: t("language"), value: person.locale },
          { label: t("since"), value: <At at={person.createdAt} /> },
          { label: t("clientOf"), value: person.clientOf },
          {
            label: t("practice"),
            value: practice ? (
              <RowLink href={`/admin/professionals/${practice.id}`}>/p/{practice.slug}</RowLink>
            ) : (
              "–"
            ),
          },
        ]}
      />
      <Section title={t("devices", { count: person.devices.length })}>
        {person.devices.length > 0 && (
          <Facts
            items={person.devices.map(({ userAgent, lastSeenAt, createdAt }) => ({
              label: `${nameOf(userAgent) ?? t("device")} · ${createdAt.slice(0, 10)}`,
              value: <At at={lastSeenAt} />,
            }))}
          />
        )}
      </Section>
    </>
  );
}

function nameOf(userAgent: string | null): string | null {
  const { browser, system } = deviceName(userAgent);
  return [browser, system].filter(Boolean).join(", ") || null;
}
