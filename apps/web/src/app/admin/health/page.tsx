import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConnectionPanel } from "../../../features/admin/connection-panel.tsx";
import { HealthPanel } from "../../../features/admin/health-panel.tsx";
import { Live } from "../../../features/admin/live.tsx";
import { api } from "../../../trpc/server.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { adminOf } from "../admin.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.nav"))("health") };
}

export default async function HealthPage() {
  await adminOf();
  const [health, connection, t] = await Promise.all([
    api.admin.getHealth(),
    api.admin.getConnection(),
    getTranslations("admin.health"),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        text={health.ok ? t("allWell") : t("notWell")}
        actions={<Live />}
      />
      <HealthPanel health={health} />
      <ConnectionPanel connection={connection} />
    </>
  );
}
