import { SLUG } from "@odys/shared/accounts/slug";
import { MAX_QUESTIONS } from "@odys/shared/booking/intake";
import type { ErrorCode } from "@odys/shared/kernel/errors";

/** The fields of a form as sent; one that is missing is empty. */
export type Fields = { get(name: string): string; entries(): [string, string][] };

/** A form of a public page: which procedure it calls, and which pages it leads to. */
export type PageForm = {
  /** The mutation. */
  path: string;
  /** What the procedure gets; its schema judges it. */
  input(fields: Fields): Record<string, unknown>;
  /** The path of the page that the form stands on, made of nothing that could lead elsewhere. */
  page(fields: Fields): string;
  /** Fields that a person types: a refused form shows them again. */
  typed(fields: Fields): string[];
  done(output: unknown, fields: Fields): string;
  back(fields: Fields, code: ErrorCode): string;
};

/** What the field of an answer is called, before its question's id. */
const ANSWER = "answers.";

function answersIn(fields: Fields): { questionId: string; answer: string }[] {
  const names = new Set(fields.entries().map(([name]) => name));
  return [...names]
    .filter((name) => name.startsWith(ANSWER) && fields.get(name) !== "")
    .slice(0, MAX_QUESTIONS)
    .map((name) => ({ questionId: name.slice(ANSWER.length), answer: fields.get(name) }));
}

const book: PageForm = {
  path: "booking.book",
  input: (fields) => ({
    slug: fields.get("slug"),
    serviceId: fields.get("serviceId"),
    startsAt: fields.get("startsAt"),
    name: fields.get("name"),
    phone: fields.get("phone"),
    message: fields.get("message"),
    answers: answersIn(fields),
    ...only(fields, "email"),
    ...only(fields, "website"),
  }),
  page: bookingPage,
  typed: (fields) => [
    "name",
    "phone",
    "email",
    "message",
    ...answersIn(fields).map(({ questionId }) => `${ANSWER}${questionId}`),
  ],
  done: (output, fields) => {
    const token = textOf(output, "manageToken");
    if (token !== null) return `${managePage(token)}?done=booked`;
    // Whose mailbox has to confirm hears the rest of it there.
    return address(bookingPage(fields), { held: textOf(output, "heldUntil") ?? "" });
  },
  back: (fields, code) =>
    address(
      bookingPage(fields),
      {
        service: fields.get("serviceId"),
        slot: fields.get("startsAt"),
        zone: fields.get("zone"),
        problem: code,
      },
      "details",
    ),
};

const reschedule: PageForm = {
  path: "booking.rescheduleByToken",
  input: (fields) => ({ token: fields.get("token"), startsAt: fields.get("startsAt") }),
  page: ofLink,
  typed: () => [],
  done: (_, fields) => address(ofLink(fields), { done: "moved", zone: fields.get("zone") }),
  back: (fields, code) =>
    address(ofLink(fields), {
      act: "move",
      slot: fields.get("startsAt"),
      zone: fields.get("zone"),
      problem: code,
    }),
};

const cancel: PageForm = {
  path: "booking.cancelByToken",
  input: (fields) => ({ token: fields.get("token"), reason: fields.get("reason") }),
  page: ofLink,
  typed: () => ["reason"],
  done: (_, fields) => address(ofLink(fields), { done: "cancelled" }),
  back: (fields, code) => address(ofLink(fields), { act: "cancel", problem: code }),
};

/** The button of the page that a guest's mail leads to. */
const confirm: PageForm = {
  path: "booking.confirmGuest",
  input: (fields) => ({ token: fields.get("token") }),
  page: confirmPage,
  typed: () => [],
  done: (output) => `${managePage(textOf(output, "manageToken") ?? "")}?done=booked`,
  back: (fields, code) => address(confirmPage(fields), { problem: code }),
};

/** By the last segment of the path that a form is sent to. */
export const FORMS: ReadonlyMap<string, PageForm> = new Map([
  ["book", book],
  ["reschedule", reschedule],
  ["cancel", cancel],
  ["confirm", confirm],
]);

function bookingPage(fields: Fields): string {
  const slug = fields.get("slug");
  return SLUG.test(slug) ? `/p/${slug}` : "/p";
}

function ofLink(fields: Fields): string {
  return managePage(fields.get("token"));
}

function confirmPage(fields: Fields): string {
  const token = fields.get("token");
  return /^[\w-]{1,64}$/.test(token) ? `/confirm/${token}` : "/confirm";
}

function managePage(token: string): string {
  return /^[\w-]{1,200}$/.test(token) ? `/m/${token}` : "/m";
}

function address(path: string, query: Record<string, string>, hash = ""): string {
  const params = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
  return `${path}?${params}${hash && `#${hash}`}`;
}

function textOf(value: unknown, key: string): string | null {
  const inner: unknown = typeof value === "object" && value !== null && Reflect.get(value, key);
  return typeof inner === "string" ? inner : null;
}

/** An optional field: left out where nothing was typed. */
function only(fields: Fields, name: string): Record<string, string> {
  const value = fields.get(name).trim();
  return value === "" ? {} : { [name]: value };
}
