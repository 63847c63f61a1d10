import { expect, it } from "vitest";
import { refusalOf } from "./refusal.ts";

const refused = (error: string, details: unknown) => ({ data: { error, details } });

it("says who has the time and when there is some", () => {
  const overlap = {
    id: "a",
    clientName: "Bia",
    title: "Sessão",
    startsAt: "2026-11-25T12:00:00.000Z",
    endsAt: "2026-11-25T13:00:00.000Z",
  };
  const block = { ...overlap, id: "b", clientName: null };
  const alternatives = ["2026-11-25T14:00:00.000Z", "nonsense"];
  const said = refusalOf(refused("SLOT_TAKEN", { overlaps: [overlap, block], alternatives }));
  expect(said?.overlaps.map(({ id, name, from }) => [id, name, from])).toEqual([
    ["a", "Bia", Date.parse(overlap.startsAt)],
    ["b", "Sessão", Date.parse(overlap.startsAt)],
  ]);
  expect(said?.alternatives).toEqual([Date.parse("2026-11-25T14:00:00.000Z")]);
});

it("bears a refusal without details, and is none for other problems", () => {
  expect(refusalOf(refused("SLOT_TAKEN", null))).toEqual({ overlaps: [], alternatives: [] });
  expect(refusalOf(refused("NOT_FOUND", null))).toBeNull();
  expect(refusalOf(new TypeError("offline"))).toBeNull();
});
