"use client";

import type { BookInput } from "@odys/shared/booking/schema";
import type { Challenge } from "@odys/shared/booking/guest-schema";
import { useCallback, useEffect, useRef, useState } from "react";
import { ask } from "../../../trpc/slim.ts";
import { startProof } from "./proof.ts";

type Wish = Pick<BookInput, "slug" | "serviceId" | "startsAt">;

/** Before a challenge runs out it is asked for anew, so that no proof arrives late. */
const SPARE_MS = 60_000;

interface Work {
  key: string;
  proof: Promise<string | undefined>;
  abort: AbortController;
  expiresAt: number;
}

/**
 * Has the device prove for a slot what a guest has to prove: begun when the form opens, done before it
 * is filled in. `needsEmail`: this time the mailbox has to confirm as well.
 */
export function useProof() {
  const work = useRef<Work | null>(null);
  const [needsEmail, setNeedsEmail] = useState(false);

  /** Starts, or goes on with what is under way for the same slot; `anew` when that was refused. */
  const proofFor = useCallback(
    ({ slug, serviceId, startsAt }: Wish, anew = false): Promise<string | undefined> => {
      const key = `${slug} ${serviceId} ${startsAt}`;
      const now = work.current;
      if (now?.key === key && !anew && now.expiresAt > Date.now()) return now.proof;
      now?.abort.abort();
      const abort = new AbortController();
      const next: Work = { key, abort, expiresAt: Infinity, proof: Promise.resolve(undefined) };
      const solve = ({ challenge, work: hashes, expiresAt, email }: Challenge) => {
        setNeedsEmail(email === "required");
        next.expiresAt = Date.parse(expiresAt) - SPARE_MS;
        return challenge === null
          ? undefined
          : startProof({ challenge, work: hashes }, startsAt, abort.signal);
      };
      next.proof = ask("booking", "getChallenge", { slug, serviceId }).then(solve);
      // Without an answer there is nothing to prove with, and the next attempt asks again.
      next.proof.catch(() => {
        if (work.current === next) work.current = null;
      });
      work.current = next;
      return next.proof;
    },
    [],
  );
  useEffect(
    () => () => {
      work.current?.abort.abort();
      work.current = null;
    },
    [],
  );
  return { proofFor, needsEmail, setNeedsEmail };
}
