import type { EventConsumer } from "../../kernel/ports.ts";
import { linkUser } from "./link-user.ts";

/** What this room does when another room's event has been committed. */
export const clientsConsumers: readonly EventConsumer[] = [
  {
    name: "clients.link-user",
    on: ["accounts.email_verified"],
    async handle(ctx, { type, payload }) {
      if (type === "accounts.email_verified") await linkUser(ctx, payload);
    },
  },
];
