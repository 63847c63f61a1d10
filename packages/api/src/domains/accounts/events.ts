import type { EventConsumer } from "../../kernel/ports.ts";

/** What this room does after something was committed. */
export const accountsConsumers: readonly EventConsumer[] = [
  {
    name: "accounts.remove-file",
    on: ["accounts.file_dropped"],
    async handle(ctx, { type, payload }) {
      if (type === "accounts.file_dropped") await ctx.files.remove(payload.fileId);
    },
  },
];
