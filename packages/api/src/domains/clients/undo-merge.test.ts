import { clients } from "@odys/db/schema/clients";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";
import { clientOf, textsOf } from "../../testing/owned.ts";
import { mintConversation } from "../../testing/talk.ts";

describe("clients.undoMerge", () => {
  let app: TestApp;
  let practice: Awaited<ReturnType<typeof mintPractice>>;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    practice = await mintPractice(app);
  });
  afterAll(() => app.close());

  it("gives back what was moved; what came since stays, and twice is no error", async () => {
    const { professionalId, caller } = practice;
    const kept = await mintClient(app, professionalId);
    const merged = await mintClient(app, professionalId, { email: "bia@example.com" });
    const at = (hour: number) => new Date(Date.UTC(2026, 11, 1, hour));
    const theirs = await mintAppointment(app, practice, { clientId: merged.id, startsAt: at(12) });
    await mintConversation(app, { ...practice, clientId: kept.id }, ["Um"]);
    await mintConversation(app, { ...practice, clientId: merged.id }, ["Dois"]);
    const { id } = await caller.clients.merge({ keptId: kept.id, mergedId: merged.id });
    const since = await mintAppointment(app, practice, { clientId: kept.id, startsAt: at(14) });

    const undone = await caller.clients.undoMerge({ id });
    expect(undone.undoneAt).not.toBeNull();
    expect(await caller.clients.undoMerge({ id })).toEqual(undone);
    const owners = [await clientOf(app, theirs.id), await clientOf(app, since.id)];
    expect(owners).toEqual([merged.id, kept.id]);
    const said = [await textsOf(app, kept.id), await textsOf(app, merged.id)];
    expect(said).toEqual([["Um"], ["Dois"]]);
    const rows = await app.db
      .select()
      .from(clients)
      .where(eq(clients.professionalId, professionalId));
    const [first, second] = [kept.id, merged.id].map((one) => rows.find((row) => row.id === one));
    expect([first?.email, first?.mergedInto, second?.mergedInto]).toEqual([null, null, null]);
    expect((await caller.clients.list({})).items).toHaveLength(2);
  });

  it("of a chain takes apart what it is asked for, in either order", async () => {
    const { professionalId, caller } = practice;
    const [a, b, c] = [
      await mintClient(app, professionalId),
      await mintClient(app, professionalId),
      await mintClient(app, professionalId),
    ];
    const { id: booked } = await mintAppointment(app, practice, { clientId: a.id });
    const first = await caller.clients.merge({ keptId: b.id, mergedId: a.id });
    const second = await caller.clients.merge({ keptId: c.id, mergedId: b.id });
    await caller.clients.undoMerge({ id: first.id });
    const ownerOf = () => clientOf(app, booked);
    expect(await ownerOf()).toBe(a.id);
    await caller.clients.undoMerge({ id: second.id });
    expect(await ownerOf()).toBe(a.id);
    expect((await caller.clients.list({})).items).toHaveLength(3);
  });

  it("NOT_FOUND for another's and for none, and nothing changes there", async () => {
    const { professionalId, caller } = practice;
    const [kept, merged] = [
      await mintClient(app, professionalId),
      await mintClient(app, professionalId),
    ];
    const { id } = await caller.clients.merge({ keptId: kept.id, mergedId: merged.id });
    const other = await mintPractice(app);
    await expect(other.caller.clients.undoMerge({ id })).rejects.toThrow("NOT_FOUND");
    await expect(caller.clients.undoMerge({ id: newId() })).rejects.toThrow("NOT_FOUND");
    expect((await caller.clients.listMerges({ clientId: kept.id })).items).toHaveLength(1);
  });
});
