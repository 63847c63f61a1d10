import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lanesOf } from "./columns.ts";

const of = (...list: [top: number, bottom: number][]) =>
  lanesOf(list.map(([top, bottom]) => ({ top, bottom }))).map(
    ({ lane, lanes, width }) => `${lane}+${width}/${lanes}`,
  );

describe("lanes", () => {
  it("what does not overlap has all the width, touching included", () => {
    expect(of([0, 60], [60, 120], [300, 330])).toEqual(["0+1/1", "0+1/1", "0+1/1"]);
  });

  it("what overlaps stands side by side, the longer first", () => {
    expect(of([0, 30], [0, 60])).toEqual(["1+1/2", "0+1/2"]);
  });

  it("takes the room to its right that nothing else needs", () => {
    expect(of([0, 100], [0, 40], [0, 40], [50, 90])).toEqual(["0+1/3", "1+1/3", "2+1/3", "1+2/3"]);
  });

  it("a chain is one cluster, and what comes after it another", () => {
    expect(of([0, 50], [40, 90], [80, 130], [130, 160])).toEqual([
      "0+1/2",
      "1+1/2",
      "0+1/2",
      "0+1/1",
    ]);
  });

  it("nobody ever lies over another, and nobody stands outside", () => {
    const stretch = fc.tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 300 }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 40 }), (list) => {
        const stretches = list.map(([top, length]) => ({ top, bottom: top + length }));
        const lanes = lanesOf(stretches);
        const boxes = stretches.map((one, index) => {
          const { lane = 0, lanes: all = 1, width = 1 } = lanes[index] ?? {};
          return { ...one, left: lane / all, right: (lane + width) / all };
        });
        for (const [index, a] of boxes.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(1);
          for (const b of boxes.slice(index + 1)) {
            const apart = a.bottom <= b.top || b.bottom <= a.top;
            const beside = a.right <= b.left + 1e-9 || b.right <= a.left + 1e-9;
            expect(apart || beside).toBe(true);
          }
        }
      }),
    );
  });
});
