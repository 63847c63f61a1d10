import {
  listClientAppointmentsInput,
  listClientAppointmentsOutput,
} from "@odys/shared/booking/client-schema";
import {
  client,
  clientInput,
  listClientsInput,
  listClientsOutput,
} from "@odys/shared/clients/schema";
import { router } from "../../trpc/init.ts";
import { professionalProcedure } from "../../trpc/ladder.ts";
import { getClient } from "./get-client.ts";
import { listClientAppointments } from "./list-client-appointments.ts";
import { listClients } from "./list-clients.ts";

/** What was agreed with one client. */
export const clientRouter = router({
  listClientAppointments: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/client-appointments/{clientId}" } })
    .input(listClientAppointmentsInput)
    .output(listClientAppointmentsOutput)
    .query(({ ctx, input }) => listClientAppointments(ctx, input)),
});

/**
 * Procedures of `clients` that know appointments: root.ts puts them beside those of the clients room,
 * which stands left of this one and knows none.
 */
export const clientListRouter = router({
  list: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/clients" } })
    .input(listClientsInput)
    .output(listClientsOutput)
    .query(({ ctx, input }) => listClients(ctx, input)),

  get: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/clients/{id}" } })
    .input(clientInput)
    .output(client)
    .query(({ ctx, input }) => getClient(ctx, input)),
});
