import { DomainError } from "@odys/shared/kernel/errors";

/** Where a page of appointments ended. */
type Position = { startsAt: string; id: string };

/** The opaque cursor after an appointment. */
export function writePosition({ startsAt, id }: Position): string {
  return Buffer.from(`${startsAt}|${id}`).toString("base64url");
}

const POSITION =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What a cursor says. VALIDATION_ERROR for one that is none of ours. */
export function readPosition(cursor: string): Position {
  const [, startsAt, id] = POSITION.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (!startsAt || !id || Number.isNaN(Date.parse(startsAt)))
    throw new DomainError("VALIDATION_ERROR", { fields: { cursor: ["invalid"] } });
  return { startsAt, id };
}
