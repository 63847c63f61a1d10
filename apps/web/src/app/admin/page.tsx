import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OverviewCards } from "../../features/admin/overview.tsx";
import { api } from "../../trpc/server.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { adminOf } from "./admin.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.nav"))("overview") };
}

export default async function AdminOverviewPage() {
  await adminOf();
  const [overview, t] = await Promise.all([
    api.admin.getOverview(),
    getTranslations("admin.overview"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} text={t("text")} />
      <OverviewCards overview={overview} />
    </>
  );
}
