import { newId } from "@odys/shared/kernel/ids";
import { expect, test } from "vitest";
import type { AuthHarness } from "../contract.ts";
import { code, type ContractPeople } from "./people.ts";
import { createBrowser } from "../../../testing/browser.ts";

/** Sessions: how they begin and end, and that cookies cannot be made or planted. */
export function sessionCases(harness: () => AuthHarness, people: ContractPeople): void {
  const { browser, signIn, who, confirm, member } = people;

  test("each sign-in is a new session, and ends the one the browser had", async () => {
    const { email, at, user } = await member();
    const before = createBrowser(harness().app);
    for (const [name, value] of at.jar) before.jar.set(name, value);
    const next = await signIn(at, email);
    expect(next.sessionId).not.toBe(user.sessionId);
    await expect(confirm(before)).rejects.toMatchObject(code("UNAUTHORIZED"));
    await confirm(at);
    expect(await who(at)).toEqual(next);
  });

  test("a cookie that somebody planted before the sign-in is worth nothing after it", async () => {
    const attacker = await member();
    const victim = await member();
    const planted = browser();
    for (const [name, value] of attacker.at.jar) planted.jar.set(name, value);
    await signIn(planted, victim.email);
    expect(await who(planted)).toMatchObject({ email: victim.email });
    await expect(confirm(attacker.at)).rejects.toMatchObject(code("UNAUTHORIZED"));
    for (const [name, value] of planted.jar) expect(attacker.at.jar.get(name)).not.toBe(value);
  });

  test("session cookies are HttpOnly, SameSite=Lax and for the whole site", async () => {
    const { at } = await member();
    const kept = at.received.filter((line) => !/max-age=0(;|$)/i.test(line));
    expect(kept.length).toBeGreaterThan(0);
    for (const line of kept) {
      expect(line).toMatch(/; HttpOnly/i);
      expect(line).toMatch(/; SameSite=Lax/i);
      expect(line).toMatch(/; Path=\/(;|$)/i);
      expect(line).not.toMatch(/; Domain=/i);
    }
  });

  test("cookies that nobody issued are nobody's", async () => {
    const { at } = await member();
    const forged = browser();
    for (const [name, value] of at.jar) forged.jar.set(name, `${value.slice(0, -12)}AAAAAAAAAAAA`);
    expect(await who(forged)).toBeNull();
    await expect(confirm(forged)).rejects.toMatchObject(code("UNAUTHORIZED"));
    for (const garbage of ["", "%", "a.b.c", "base64-!!!", "null", "[]"]) {
      for (const name of at.jar.keys()) forged.jar.set(name, garbage);
      expect(await who(forged)).toBeNull();
    }
  });

  test("signing out ends the session on the server too", async () => {
    const { at } = await member();
    const copy = browser();
    for (const [name, value] of at.jar) copy.jar.set(name, value);
    await at.call((ctx) => harness().auth.signOut(ctx));
    expect(await who(at)).toBeNull();
    await expect(confirm(copy)).rejects.toMatchObject(code("UNAUTHORIZED"));
    await at.call((ctx) => harness().auth.signOut(ctx));
  });

  test("devices: the current one is listed, others can be ended, strangers' cannot", async () => {
    const { email, at, user } = await member();
    const stranger = await member();
    const other = browser();
    await signIn(other, email);
    const list = await at.call((ctx) => harness().auth.listDevices(ctx));
    expect(list.filter(({ current }) => current)).toMatchObject([
      { id: user.sessionId, userAgent: "Vitest", ipAddress: "192.0.2.1" },
    ]);
    for (const id of [newId(), stranger.user.sessionId]) {
      const revoke = at.call((ctx) => harness().auth.revokeDevice(ctx, id));
      await expect(revoke).rejects.toMatchObject(code("NOT_FOUND"));
    }
    await confirm(stranger.at);

    await at.call((ctx) => harness().auth.revokeOtherDevices(ctx));
    await expect(confirm(other)).rejects.toMatchObject(code("UNAUTHORIZED"));
    await confirm(at);
    await at.call((ctx) => harness().auth.revokeDevice(ctx, user.sessionId));
    expect(await who(at)).toBeNull();
    for (const call of [
      () => at.call((ctx) => harness().auth.listDevices(ctx)),
      () => at.call((ctx) => harness().auth.revokeOtherDevices(ctx)),
    ])
      await expect(call()).rejects.toMatchObject(code("UNAUTHORIZED"));
  });
}
