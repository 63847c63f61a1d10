import type { ConversationMessage } from "@odys/shared/messaging/conversation-schema";
import { expect, it } from "vitest";
import { byDay } from "./days.ts";

function at(createdAt: string, author: "client" | "professional" = "client"): ConversationMessage {
  const rest = { kind: "text", text: "x", file: null, way: "app", readAt: null } as const;
  return { id: createdAt, author, createdAt, delivery: null, ...rest };
}

it("days are those of the zone, and what one author says in a row belongs together", () => {
  const days = byDay(
    [
      at("2026-11-24T02:50:00.000Z"),
      at("2026-11-24T02:59:00.000Z"),
      at("2026-11-24T03:01:00.000Z"),
      at("2026-11-24T03:02:00.000Z"),
      at("2026-11-24T03:03:00.000Z", "professional"),
    ],
    "America/Sao_Paulo",
  );
  expect(days.map(({ day }) => day)).toEqual(["2026-11-23", "2026-11-24"]);
  expect(days.map(({ messages }) => messages.map(({ follows }) => follows))).toEqual([
    [false, false],
    [false, true, false],
  ]);
});
