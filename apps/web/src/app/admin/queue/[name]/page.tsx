import { listJobsInput } from "@odys/shared/admin/ops-schema";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { addressOf, readFilters, type SearchParams } from "../../../../features/admin/address.ts";
import { Listing } from "../../../../features/admin/listing.tsx";
import { JobsTable } from "../../../../features/admin/queue-table.tsx";
import { api } from "../../../../trpc/server.tsx";
import { buttonClass } from "../../../../ui/button-class.ts";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { adminOf } from "../../admin.ts";

const STATES = ["dead", "retry", "created", "active"] as const;

interface Props {
  params: Promise<{ name: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).name };
}

export default async function JobsPage({ params, searchParams }: Props) {
  await adminOf();
  const { name } = await params;
  const path = `/admin/queue/${name}`;
  const { asked, input } = readFilters(listJobsInput.omit({ queue: true }), await searchParams);
  const [jobs, t, list] = await Promise.all([
    input && api.admin.listJobs({ queue: name, ...input }),
    getTranslations("admin.job"),
    getTranslations("admin.list"),
  ]);
  return (
    <>
      <PageHeader title={name} text={t("text")} />
      <div className="mb-4 flex flex-wrap gap-2">
        {[undefined, ...STATES].map((state) => (
          <Link
            key={state ?? "all"}
            href={addressOf(path, {}, { state })}
            aria-current={asked["state"] === state ? "true" : undefined}
            className={buttonClass({
              size: "sm",
              variant: asked["state"] === state ? "secondary" : "quiet",
            })}
          >
            {state ? t(`states.${state}`) : t("all")}
          </Link>
        ))}
      </div>
      <Listing
        path={path}
        asked={asked}
        page={jobs && { items: jobs.items, nextCursor: null }}
        empty={t("empty")}
      >
        <JobsTable queue={name} jobs={jobs?.items ?? []} now={new Date().toISOString()} />
        {jobs?.more && <p className="mt-3 text-sm text-ink-soft">{list("more")}</p>}
      </Listing>
    </>
  );
}
