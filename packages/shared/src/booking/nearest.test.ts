import { expect, it } from "vitest";
import { nearestSlots } from "./nearest.ts";

it.each([
  ["in the middle", 35, [20, 30, 40]],
  ["before all of them", 1, [10, 20, 30]],
  ["after all of them", 99, [40, 50, 60]],
  ["on one of them", 30, [20, 30, 40]],
  ["at equal distances the earlier counts", 25, [10, 20, 30]],
])("%s", (_, instant, nearest) => {
  expect(nearestSlots([10, 20, 30, 40, 50, 60], instant)).toEqual(nearest);
});

it("gives what there is", () => {
  expect(nearestSlots([10, 20], 15)).toEqual([10, 20]);
  expect(nearestSlots([], 15)).toEqual([]);
  expect(nearestSlots([10, 20, 70], 60, 1)).toEqual([70]);
});
