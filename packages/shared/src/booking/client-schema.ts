import * as z from "zod";
import { id } from "../kernel/ids.ts";
import { page, pageOf } from "../kernel/wire.ts";
import { appointment } from "./schema.ts";

/** All that was ever agreed with one client, latest first. */
export const listClientAppointmentsInput = z.strictObject({ clientId: id, ...page });
export const listClientAppointmentsOutput = pageOf(appointment);
export type ListClientAppointmentsInput = z.infer<typeof listClientAppointmentsInput>;
