import { listEventsInput } from "@odys/shared/admin/ops-schema";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { addressOf, readFilters, type SearchParams } from "../../../features/admin/address.ts";
import { Age } from "../../../features/admin/at.tsx";
import { EventsTable } from "../../../features/admin/events-table.tsx";
import { Section } from "../../../features/admin/facts.tsx";
import { Listing } from "../../../features/admin/listing.tsx";
import { QueueTable } from "../../../features/admin/queue-table.tsx";
import { api } from "../../../trpc/server.tsx";
import { buttonClass } from "../../../ui/button-class.ts";
import { PageHeader } from "../../../ui/page-header.tsx";
import { adminOf } from "../admin.ts";

const PATH = "/admin/queue";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.nav"))("queue") };
}

export default async function QueuePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await adminOf();
  const { asked, input } = readFilters(listEventsInput, await searchParams);
  const [queues, events, t, event] = await Promise.all([
    api.admin.listQueues(),
    input && api.admin.listEvents(input),
    getTranslations("admin.queue"),
    getTranslations("admin.event"),
  ]);
  const now = new Date().toISOString();
  const { waiting, oldestAt } = queues.events;
  return (
    <>
      <PageHeader title={t("title")} text={t("text")} />
      <QueueTable queues={queues.items} now={now} />
      <Section title={event("title")}>
        <div className="mb-4 flex flex-wrap items-center gap-2">
          {(["waiting", "dispatched"] as const).map((state) => (
            <Link
              key={state}
              href={addressOf(PATH, {}, { state })}
              aria-current={input?.state === state ? "true" : undefined}
              className={buttonClass({
                size: "sm",
                variant: input?.state === state ? "secondary" : "quiet",
              })}
            >
              {event(state)}
            </Link>
          ))}
          <p className="text-sm text-ink-soft">
            {event("count", { waiting })} {oldestAt && <Age at={oldestAt} now={now} />}
          </p>
        </div>
        <Listing path={PATH} asked={asked} page={events} empty={event("empty")}>
          <EventsTable rows={events?.items ?? []} />
        </Listing>
      </Section>
    </>
  );
}
