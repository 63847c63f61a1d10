import { expect, it } from "vitest";
import { createAbsentWhatsApp } from "./absent.ts";
import { message } from "./contract.ts";

it("refuses everything at once, so that the next channel is tried", async () => {
  const gateway = createAbsentWhatsApp();
  expect(await gateway.send(message())).toMatchObject({ reason: "no_whatsapp" });
  expect(await gateway.connection()).toEqual({ state: "unreachable", detail: "not set up" });
  expect([await gateway.restart(), await gateway.connect()].map(({ ok }) => ok)).toEqual([
    false,
    false,
  ]);
});
