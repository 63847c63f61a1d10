import { expect, type Locator, type Page, test } from "@playwright/test";
import { call, dig } from "./practice.ts";

export const HOUR_MS = 3_600_000;

/** The local date in São Paulo of an instant, epoch ms. */
export function dayOf(instant: number): string {
  return new Date(instant - 3 * HOUR_MS).toISOString().slice(0, 10);
}

/** Books for somebody new, at any time. Answers the day. */
export async function bookFor(page: Page, client: object, startsAt: number): Promise<string> {
  const origin = test.info().project.use.baseURL ?? "";
  const offered = await call(page.request, origin, "query", "booking.listServices");
  const serviceId = dig(offered, "services", 0, "id");
  const input = { client, serviceId, startsAt: new Date(startsAt).toISOString() };
  await call(page.request, origin, "mutation", "booking.bookForClient", input);
  return dayOf(startsAt);
}

/** Taps on free time, a little after the full hour. */
export async function tapAt(page: Page, day: string, hour: number): Promise<void> {
  const column = page.locator(`[data-date="${day}"]`);
  await expect(column).toBeVisible(); // what is streamed is there before it is shown
  const box = await column.boundingBox();
  if (!box) throw new Error("no column");
  await column.click({ position: { x: box.width / 2, y: (box.height / 24) * hour + 8 } });
}

/** Presses and moves by so many pixels; what it would be is said before it is let go. */
export async function drag(page: Page, item: Locator, dy: number, said: string): Promise<void> {
  const box = await item.boundingBox();
  if (!box) throw new Error("nothing to drag");
  const [x, y] = [box.x + 24, box.y + 10];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + dy / 2, { steps: 4 });
  await page.mouse.move(x, y + dy, { steps: 4 });
  await expect(page.locator("[data-ghost]")).toHaveAttribute("data-ghost", said);
}
