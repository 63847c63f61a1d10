import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Address } from "../../../features/accounts/settings/address.tsx";
import { AvatarUpload } from "../../../features/accounts/settings/avatar-upload.tsx";
import { Devices } from "../../../features/accounts/settings/devices.tsx";
import { Look } from "../../../features/accounts/settings/look.tsx";
import { MailTopics } from "../../../features/accounts/settings/mail-topics.tsx";
import { PageAddressForm } from "../../../features/accounts/settings/page-address-form.tsx";
import { ProfileForm } from "../../../features/accounts/settings/profile-form.tsx";
import { Section } from "../../../features/accounts/settings/section.tsx";
import { SettingsNav } from "../../../features/accounts/settings/settings-nav.tsx";
import { SignOutButton } from "../../../features/accounts/sign-out-button.tsx";
import { CalendarFeed } from "../../../features/booking/feed/calendar-feed.tsx";
import { CancelNotice } from "../../../features/booking/hours/cancel-notice.tsx";
import { ClientMessages } from "../../../i18n/client-messages.tsx";
import { InstallHint } from "../../../pwa/install-hint.tsx";
import { getContainer } from "../../../server/container.ts";
import { api, HydrateClient } from "../../../trpc/server.tsx";
import { ButtonLink } from "../../../ui/button-link.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { pickTheme, THEME_COOKIE } from "../../../ui/theme.ts";
import { practiceOf } from "../practice.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("meta") };
}

const ROOMS = [
  "settings",
  "install",
  "onboarding",
  "professions",
  "professionGroups",
  "hours",
  "calendarFeed",
] as const;

export default async function SettingsPage() {
  const { slug, zone } = await practiceOf();
  const [t, install, me, container, jar] = await Promise.all([
    getTranslations("settings"),
    getTranslations("install"),
    api.accounts.me(),
    getContainer(),
    cookies(),
    api.accounts.getProfile.prefetch(),
    api.accounts.listDevices.prefetch(),
    api.booking.getCalendarFeed.prefetch({ side: "professional" }),
    api.booking.getRules.prefetch({}),
  ]);
  const { clock, settings } = container.services;
  const path = `/p/${slug}`;
  return (
    <HydrateClient>
      <ClientMessages rooms={ROOMS}>
        <PageHeader title={t("title")} />
        <SettingsNav />
        <div>
          <Section id="profile" title={t("profile.title")} lead={t("profile.lead")}>
            <Address url={new URL(path, settings.origin).href} path={path} />
            <AvatarUpload />
            <ProfileForm />
          </Section>
          <Section id="slug" title={t("slug.title")} lead={t("slug.lead")}>
            <PageAddressForm origin={settings.origin} />
          </Section>
          <Section id="work" title={t("work.title")} lead={t("work.lead")}>
            <div className="flex flex-wrap gap-2">
              <ButtonLink href="/dashboard/services" variant="secondary">
                {t("work.services")}
              </ButtonLink>
              <ButtonLink href="/dashboard/hours" variant="secondary">
                {t("work.hours")}
              </ButtonLink>
              <ButtonLink href="/dashboard/settings/messages" variant="secondary">
                {t("work.messages")}
              </ButtonLink>
            </div>
          </Section>
          <Section id="policies" title={t("policies.title")} lead={t("policies.lead")}>
            <CancelNotice />
            <Link
              href="/dashboard/hours#limits"
              className="mt-3 inline-flex min-h-11 items-center font-medium text-action-ink underline underline-offset-2"
            >
              {t("policies.limits")}
            </Link>
          </Section>
          <Section id="mails" title={t("mails.title")} lead={t("mails.lead")}>
            <MailTopics />
          </Section>
          <Section id="calendar" title={t("calendar.title")} lead={t("calendar.lead")}>
            <CalendarFeed side="professional" />
          </Section>
          <Section id="look" title={t("look.title")} lead={t("look.lead")}>
            <Look theme={pickTheme(jar.get(THEME_COOKIE)?.value)} />
          </Section>
          <Section id="install" title={install("title")} lead={install("lead")}>
            <InstallHint />
          </Section>
          <Section id="devices" title={t("devices.title")} lead={t("devices.lead")}>
            <Devices now={clock.now()} zone={zone} />
          </Section>
          <Section id="account" title={t("account.title")}>
            <p className="mb-4 wrap-anywhere">
              <span className="block text-sm text-ink-soft">{t("account.email")}</span>
              {me?.user.email}
            </p>
            <div className="flex flex-wrap gap-2">
              <SignOutButton variant="secondary" />
              <ButtonLink href="/forgot" variant="quiet">
                {t("account.password")}
              </ButtonLink>
            </div>
          </Section>
        </div>
      </ClientMessages>
    </HydrateClient>
  );
}
