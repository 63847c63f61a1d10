import type { BookingPage } from "@odys/shared/booking/schema";
import { REFUSED_FORM_COOKIE } from "@odys/shared/kernel/refused-form";
import { randomUUID } from "node:crypto";
import { CalendarClock } from "lucide-react";
import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Booker } from "../../../../features/booking/page/booker.tsx";
import { addressOf, readWish, type Wish } from "../../../../features/booking/page/choice.ts";
import { byDay } from "../../../../features/booking/page/free.ts";
import {
  addDays,
  lastDayOf,
  monthOf,
  monthsOf,
  rangeOf,
} from "../../../../features/booking/page/month.ts";
import { Held } from "../../../../features/booking/page/held.tsx";
import { ProfessionalCard } from "../../../../features/booking/page/professional-card.tsx";
import { sentOf } from "../../../../features/booking/page/refused.ts";
import { keyOf } from "../../../../features/booking/page/slots-store.ts";
import { SOCIAL_IMAGE, structuredData } from "../../../../features/booking/page/structured-data.ts";
import type { FirstSlots } from "../../../../features/booking/page/use-slots.ts";
import { SlimMessages } from "../../../../i18n/slim-messages.tsx";
import { getContainer } from "../../../../server/container.ts";
import { caller } from "../../../../trpc/caller.ts";
import { EmptyState } from "../../../../ui/states.tsx";
import { PublicPage } from "../../../public-page.tsx";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One question for the metadata and the page. An address that nobody has, or could have, is a 404. */
const readPage = cache(async (slug: string): Promise<BookingPage> => {
  try {
    return await caller.booking.getPage({ slug });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "NOT_FOUND" || code === "BAD_REQUEST") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const [page, container, t, professions] = await Promise.all([
    readPage(slug),
    getContainer(),
    getTranslations("booking.meta"),
    getTranslations("professions"),
  ]);
  const title = t("title", { name: page.name });
  const description =
    page.bio || t("description", { name: page.name, profession: professions(page.profession) });
  const address = `/p/${page.slug}`;
  const images = [{ url: `${address}/picture.png`, ...SOCIAL_IMAGE, alt: title }];
  return {
    // Whoever shows a preview of the link reads it elsewhere: its addresses are whole.
    metadataBase: new URL(container.services.settings.origin),
    title,
    description,
    // Half-made choices stand in the query; they are all this one page.
    alternates: { canonical: address },
    openGraph: { title, description, url: address, type: "profile", siteName: "Odys", images },
    twitter: { card: "summary_large_image", title, description },
  };
}

export default async function PublicBookingPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const page = await readPage(slug);
  const now = new Date().toISOString();
  const given = { get: (name: string) => [query[name]].flat()[0] ?? null };
  const wish = readWish(given);
  const kept = (await cookies()).get(REFUSED_FORM_COOKIE)?.value;
  const heldUntil = given.get("held");
  return (
    <PublicPage>
      <div className="group/page container-page grid gap-6 pb-20 lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-12 lg:pt-6">
        <StructuredData page={page} />
        <ProfessionalCard page={page} />
        {page.services.length === 0 && heldUntil === null && <NothingOffered name={page.name} />}
        {heldUntil !== null && (
          <SlimMessages rooms={["booking"]}>
            <Held until={heldUntil} zone={wish.zone ?? page.zone} />
          </SlimMessages>
        )}
        {page.services.length > 0 && heldUntil === null && (
          <SlimMessages rooms={["booking", "errors"]}>
            <Booker
              {...{ page, now }}
              first={await firstSlots(page, wish, now)}
              sent={sentOf(kept, given.get("problem"))}
              formKey={randomUUID()}
            />
          </SlimMessages>
        )}
      </div>
    </PublicPage>
  );
}

/**
 * The slots of the month that the address leads to, so that the page comes with them. What cannot be
 * read now is asked for by the page itself.
 */
async function firstSlots(page: BookingPage, wish: Wish, now: string): Promise<FirstSlots | null> {
  const { services, slug } = page;
  const service =
    services.find(({ id }) => id === wish.service) ??
    (services.length === 1 ? services[0] : undefined);
  if (!service) return null;
  // A slot is looked for among those of its day at the practice, days are shown in the zone of the reader.
  const zone = wish.slot ? page.zone : (wish.zone ?? page.zone);
  const { month } = monthsOf(wish, service.horizonDays, zone, now);
  const of = { slug, serviceId: service.id };
  const free = await caller.booking.listSlots({ ...of, ...rangeOf(month) }).catch(() => null);
  if (!free) return null;
  const asked = wish.slot ?? wish.day ?? wish.month;
  const full = ![...byDay(free, zone).keys()].some((day) => monthOf(day) === month);
  if (asked === undefined && full) {
    const day = await nextFreeDay(of, month, zone);
    if (day) redirect(addressOf(`/p/${slug}`, { ...wish, service: service.id, day }));
  }
  return { key: keyOf({ of, month }), free };
}

/** Nobody who has not chosen a month should have to look for the first one with anything in it. */
async function nextFreeDay(of: { slug: string; serviceId: string }, month: string, zone: string) {
  const from = addDays(lastDayOf(month), 1);
  const question = { ...of, zone, from, to: addDays(from, 61) };
  const answer = await caller.booking.listDays(question).catch(() => null);
  return answer?.days[0]?.date;
}

async function StructuredData({ page }: { page: BookingPage }) {
  const [container, head, t] = await Promise.all([
    getContainer(),
    headers(),
    getTranslations("professions"),
  ]);
  const { origin } = container.services.settings;
  return (
    <script
      type="application/ld+json"
      nonce={head.get("x-nonce") ?? undefined}
      // oxlint-disable-next-line react/no-danger -- JSON in which no text ends the element
      dangerouslySetInnerHTML={{ __html: structuredData(page, origin, t(page.profession)) }}
    />
  );
}

function NothingOffered({ name }: { name: string }) {
  const t = useTranslations("booking.empty");
  return (
    <EmptyState
      className="lg:mx-0"
      icon={<CalendarClock />}
      heading="h2"
      title={t("title", { name })}
      text={t("text", { name })}
    />
  );
}
