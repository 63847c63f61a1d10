import * as s from "@odys/shared/admin/schema";
import { router } from "../../trpc/init.ts";
import { adminProcedure } from "../../trpc/ladder.ts";
import { getAppointment } from "./get-appointment.ts";
import { getProfessional } from "./get-professional.ts";
import { getUser } from "./get-user.ts";
import { listAppointments } from "./list-appointments.ts";
import { listAudit } from "./list-audit.ts";
import { listProfessionals } from "./list-professionals.ts";
import { listUsers } from "./list-users.ts";
import { signOutUser } from "./sign-out-user.ts";
import { suspendProfessional } from "./suspend-professional.ts";
import { unsuspendProfessional } from "./unsuspend-professional.ts";

/** Who uses the platform and what they did. */
export const peopleRouter = router({
  listUsers: adminProcedure
    .meta({ openapi: { method: "GET", path: "/admin/users", tags: ["admin"] } })
    .input(s.listUsersInput)
    .output(s.listUsersOutput)
    .query(({ ctx, input }) => listUsers(ctx, input)),

  getUser: adminProcedure
    .meta({ openapi: { method: "GET", path: "/admin/users/{id}", tags: ["admin"] } })
    .input(s.idInput)
    .output(s.adminUser)
    .query(({ ctx, input }) => getUser(ctx, input)),

  signOutUser: adminProcedure
    .meta({ openapi: { method: "DELETE", path: "/admin/users/{id}/devices", tags: ["admin"] } })
    .input(s.idInput)
    .output(s.done)
    .mutation(({ ctx, input }) => signOutUser(ctx, input)),

  listProfessionals: adminProcedure
    .meta({ openapi: { method: "GET", path: "/admin/professionals", tags: ["admin"] } })
    .input(s.listProfessionalsInput)
    .output(s.listProfessionalsOutput)
    .query(({ ctx, input }) => listProfessionals(ctx, input)),

  getProfessional: adminProcedure
    .meta({ openapi: { method: "GET", path: "/admin/professionals/{id}", tags: ["admin"] } })
    .input(s.idInput)
    .output(s.adminProfessional)
    .query(({ ctx, input }) => getProfessional(ctx, input)),

  suspendProfessional: adminProcedure
    .meta({
      openapi: { method: "POST", path: "/admin/professionals/{id}/suspend", tags: ["admin"] },
    })
    .input(s.suspendInput)
    .output(s.done)
    .mutation(({ ctx, input }) => suspendProfessional(ctx, input)),

  unsuspendProfessional: adminProcedure
    .meta({
      openapi: { method: "POST", path: "/admin/professionals/{id}/unsuspend", tags: ["admin"] },
    })
    .input(s.idInput)
    .output(s.done)
    .mutation(({ ctx, input }) => unsuspendProfessional(ctx, input)),

  listAppointments: adminProcedure
    .meta({ openapi: { method: "GET", path: "/admin/appointments", tags: ["admin"] } })
    .input(s.listAppointmentsInput)
    .output(s.listAppointmentsOutput)
    .query(({ ctx, input }) => listAppointments(ctx, input)),

  getAppointment: adminProcedure
    .meta({ openapi: { method: "GET", path: "/admin/appointments/{id}", tags: ["admin"] } })
    .input(s.idInput)
    .output(s.adminAppointment)
    .query(({ ctx, input }) => getAppointment(ctx, input)),

  listAudit: adminProcedure
    .meta({ openapi: { method: "GET", path: "/admin/audit", tags: ["admin"] } })
    .input(s.listAuditInput)
    .output(s.listAuditOutput)
    .query(({ ctx, input }) => listAudit(ctx, input)),
});
