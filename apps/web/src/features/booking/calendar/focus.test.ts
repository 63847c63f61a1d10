import { expect, it } from "vitest";
import { neighbourOf } from "./focus.ts";

const grid = [
  [
    { id: "a", top: 0 },
    { id: "b", top: 60 },
  ],
  [],
  [
    { id: "c", top: 50 },
    { id: "d", top: 300 },
  ],
];

it.for([
  ["a", "ArrowDown", "b"],
  ["a", "ArrowUp", null],
  ["b", "ArrowDown", null],
  ["b", "ArrowRight", "c"],
  ["d", "ArrowLeft", "b"],
  ["c", "ArrowLeft", "b"],
  ["c", "ArrowRight", null],
  ["a", "Enter", null],
  ["x", "ArrowDown", null],
] as const)("%s %s → %s", ([from, key, to]) => {
  expect(neighbourOf(grid, from, key)).toBe(to);
});
