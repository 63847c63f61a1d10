import { newId } from "@odys/shared/kernel/ids";
import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";
import { mintPractice } from "../../testing/fixtures.ts";

const bench = adminBench();

it("the page is there again, and nothing of the suspension is left but in the log", async () => {
  const { slug, professionalId: id, caller } = await mintPractice(bench.app);
  await bench.admin.suspendProfessional({ id, reason: "spam" });
  await bench.admin.unsuspendProfessional({ id });
  expect((await bench.app.anonymous().booking.getPage({ slug })).slug).toBe(slug);
  expect((await caller.accounts.me())?.professional?.suspension).toBeNull();
  expect(await bench.lastTrace()).toMatchObject({
    action: "admin.unsuspendProfessional",
    rowId: id,
    values: { suspended_at: [expect.any(String), null] },
  });
});

it("NOT_FOUND for no practice", async () => {
  await expect(bench.admin.unsuspendProfessional({ id: newId() })).rejects.toThrow("NOT_FOUND");
});
