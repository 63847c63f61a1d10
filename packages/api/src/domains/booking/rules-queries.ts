import type { Tx } from "@odys/db/client";
import { professionals } from "@odys/db/schema/accounts";
import { availabilityExceptions } from "@odys/db/schema/booking";
import type { HoursRules } from "@odys/shared/booking/windows";
import type { DateRange, Exception } from "@odys/shared/booking/rules-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, asc, between, eq } from "drizzle-orm";
import { type Holiday, holidaysBetween } from "../../kernel/holidays.ts";
import { readWeek, windowsOf } from "./queries.ts";

/** What of a practice says what can be booked at all. */
export const ruleColumns = {
  zone: professionals.zone,
  slotStepMinutes: professionals.slotStepMinutes,
  maxPerDay: professionals.maxPerDay,
  maxPerWeek: professionals.maxPerWeek,
  holidays: professionals.holidays,
  cancelNoticeMinutes: professionals.cancelNoticeMinutes,
  maxPending: professionals.maxPending,
  guestCheck: professionals.guestCheck,
};

export const exceptionColumns = {
  id: availabilityExceptions.id,
  date: availabilityExceptions.date,
  windows: availabilityExceptions.windows,
  note: availabilityExceptions.note,
};

/** The exceptions of a practice in a range of dates. */
export function exceptionsIn(professionalId: string, { from, to }: DateRange) {
  return and(
    eq(availabilityExceptions.professionalId, professionalId),
    between(availabilityExceptions.date, from, to),
  );
}

/** The row as it travels. */
export function toException({
  windows,
  ...row
}: Omit<Exception, "windows"> & { windows: string }): Exception {
  return { ...row, windows: windowsOf(windows) };
}

/** By date. */
export async function readExceptions(
  tx: Tx,
  professionalId: string,
  range: DateRange,
): Promise<Exception[]> {
  const rows = await tx
    .select(exceptionColumns)
    .from(availabilityExceptions)
    .where(exceptionsIn(professionalId, range))
    .orderBy(asc(availabilityExceptions.date));
  return rows.map(toException);
}

type HoursRead = Omit<HoursRules, "exceptions"> & {
  slotStepMinutes: number;
  exceptions: Exception[];
  /** The holidays, by name. */
  closed: Holiday[];
};

/**
 * Everything that says which hours the days of a range have (local dates, both included), for
 * `hoursOf`, with the slot step: the week, exceptions, holidays and what these are called. One flight.
 * NOT_FOUND.
 */
export async function readHours(
  tx: Tx,
  professionalId: string,
  range: DateRange,
): Promise<HoursRead> {
  const [week, [practice], exceptions] = await Promise.all([
    readWeek(tx, professionalId),
    tx
      .select({ holidays: professionals.holidays })
      .from(professionals)
      .where(eq(professionals.id, professionalId)),
    readExceptions(tx, professionalId, range),
  ]);
  if (!practice) throw new DomainError("NOT_FOUND");
  const closed = await holidaysBetween(practice.holidays, range.from, range.to);
  return {
    zone: week.zone,
    slotStepMinutes: week.slotStepMinutes,
    weekly: week.windows,
    exceptions,
    closed,
    holidays: new Set(closed.map(({ date }) => date)),
  };
}
