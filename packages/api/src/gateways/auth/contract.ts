import { afterAll, beforeAll, describe } from "vitest";
import type { TestApp } from "../../testing/app.ts";
import type { AuthGateway } from "./port.ts";
import { contractPeople } from "./testing/people.ts";
import { registrationCases } from "./testing/registration-cases.ts";
import { sessionCases } from "./testing/session-cases.ts";

/** A driver at work, and the eyes that its own methods do not give. */
export type AuthHarness = {
  app: TestApp;
  auth: AuthGateway;
  /** The token of the newest link of this kind that was mailed to the address, or null. */
  mailed(email: string, kind: "verify" | "reset"): Promise<string | null>;
  /** Lets every link that was mailed so far run out. */
  expireLinks(): Promise<void>;
  close(): Promise<void>;
};

/** How every driver of AuthGateway behaves; each runs these same cases. */
export function authContract(driver: string, start: () => Promise<AuthHarness>): void {
  describe(`AuthGateway, ${driver}`, () => {
    let started: AuthHarness;
    beforeAll(async () => {
      started = await start();
    });
    afterAll(() => started.close());

    const harness = () => started;
    const people = contractPeople(harness);
    registrationCases(harness, people);
    sessionCases(harness, people);
  });
}
