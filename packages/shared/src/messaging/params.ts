import type { Template, Reminder, WithoutAppointment } from "./templates.ts";

type People = {
  professionalName: string;
  clientName: string;
  /** Where the reader goes on: the manage link, the public page, or the professional's agenda. */
  url: string;
};

/** What a message about an appointment may tell. Instants ISO UTC; `zone` is the professional's. */
export type AppointmentParams = People & {
  serviceName: string;
  startsAt: string;
  /** Of one that was moved: when it was before, and whether it waits for the professional's yes. */
  movedFrom?: string;
  pending?: boolean;
  zone: string;
  /** "50 min"; formatted price or empty; address or link, or empty. */
  duration: string;
  price: string;
  placeDetail: string;
  /** Why it was rejected or cancelled, or empty. */
  reason: string;
};

type Payment = "paymentConfirmedToClient" | "paymentConfirmedToPro";

/** What each message is told besides its language. */
export type ParamsOf = Record<Exclude<Template, WithoutAppointment>, AppointmentParams> &
  /** The appointment that an answer acts on. */
  Record<Reminder, { appointmentId: string }> &
  /** What was paid, formatted. */
  Record<Payment, { amount: string }> &
  Record<"registrationInvite", People> &
  /** What the other one wrote. */
  Record<"newMessageToClient" | "newMessageToPro", People & { text: string }>;

/** Everything that any of them may be told. */
export type AnyParams = People &
  Partial<AppointmentParams & { appointmentId: string; amount: string; text: string }>;

/** What `T` needs; for one of several templates, what every one of them needs. */
export type MessageParams<T extends Template = Template> = AnyParams &
  ({ [K in T]: (params: ParamsOf[K]) => void }[T] extends (params: infer P) => void ? P : never);

/** A practice's own words before and after what a message has to say; either may be empty. */
export type Wording = { opening: string; closing: string };
