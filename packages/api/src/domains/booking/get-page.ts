import { professionals } from "@odys/db/schema/accounts";
import { services } from "@odys/db/schema/booking";
import { entitlements } from "@odys/shared/billing/plans";
import type { BookingPage } from "@odys/shared/booking/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { filePath } from "@odys/shared/ops/files";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { readAsSystem } from "../../kernel/transaction.ts";

/** A professional's public card with what can be booked. For strangers. NOT_FOUND. */
export async function getPage(ctx: Ctx, { slug }: { slug: string }): Promise<BookingPage> {
  const rows = await readAsSystem(ctx, (db) =>
    db
      .select({
        card: {
          slug: professionals.slug,
          name: professionals.name,
          profession: professionals.profession,
          bio: professionals.bio,
          zone: professionals.zone,
          locale: professionals.locale,
          currency: professionals.currency,
        },
        avatarId: professionals.avatarId,
        plan: professionals.plan,
        trialEndsAt: professionals.trialEndsAt,
        service: {
          id: services.id,
          name: services.name,
          description: services.description,
          durationMinutes: services.durationMinutes,
          priceAmount: services.priceAmount,
          place: services.place,
          placeDetail: services.placeDetail,
          color: services.color,
          confirmation: services.confirmation,
          horizonDays: services.horizonDays,
          questions: services.questions,
        },
      })
      .from(professionals)
      .leftJoin(
        services,
        and(eq(services.professionalId, professionals.id), eq(services.active, true)),
      )
      .where(and(eq(professionals.slug, slug), isNull(professionals.suspendedAt)))
      .orderBy(asc(services.position), asc(services.id)),
  );
  const [first] = rows;
  if (!first) throw new DomainError("NOT_FOUND");
  const { card, avatarId, plan, trialEndsAt } = first;
  const rights = entitlements(plan, trialEndsAt?.getTime() ?? null, ctx.clock.now());
  const offered = rows.flatMap(({ service }) => {
    if (!service) return [];
    const { priceAmount, confirmation, placeDetail, ...rest } = service;
    return {
      ...rest,
      price: { amount: priceAmount, currency: card.currency },
      // A link to a meeting is for those who booked.
      placeDetail: service.place === "in_person" ? placeDetail : "",
      confirmation: rights.has("auto_confirm") ? confirmation : ("manual" as const),
    };
  });
  const avatarUrl = avatarId === null ? null : filePath(avatarId);
  return { ...card, avatarUrl, services: offered };
}
