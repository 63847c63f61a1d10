import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientPage } from "../../../../features/booking/clients/client-page.tsx";
import { ClientMessages } from "../../../../i18n/client-messages.tsx";
import { api, HydrateClient } from "../../../../trpc/server.tsx";
import { practiceOf } from "../../practice.ts";

type Params = Promise<{ id: string }>;

/** The client of an address, or the page that says that there is nobody. */
const clientOf = cache((id: string) =>
  api.clients.get({ id }).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "NOT_FOUND" || code === "BAD_REQUEST") notFound();
    throw error;
  }),
);

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { id } = await params;
  await practiceOf();
  return { title: (await clientOf(id)).name };
}

export default async function OneClientPage({ params }: { params: Params }) {
  const { id } = await params;
  const { zone } = await practiceOf();
  await Promise.all([
    clientOf(id),
    api.clients.get.prefetch({ id }),
    api.messaging.getConsent.prefetch({ clientId: id }),
    api.booking.listClientAppointments.prefetchInfinite({ clientId: id, limit: 25 }),
  ]);
  return (
    <HydrateClient>
      <ClientMessages rooms={["clients", "dashboard", "services"]}>
        <ClientPage id={id} zone={zone} now={new Date().toISOString()} />
      </ClientMessages>
    </HydrateClient>
  );
}
