/**
 * Makes many calls into few runs: one at a time, and however many calls come while it runs, one
 * more follows. `run` returns whether there is more to do at once; it must not throw.
 */
export function coalesce(run: () => Promise<boolean>) {
  let busy = false;
  let again = false;
  let running: Promise<void> = Promise.resolve();

  async function loop(): Promise<void> {
    busy = true;
    do {
      again = false;
      if (await run()) again = true;
    } while (again);
    // In the same breath as the look at `again`: a call in between would be lost.
    busy = false;
  }
  return {
    call(): void {
      if (busy) again = true;
      else running = loop();
    },
    /** When the run that is under way, if any, is over. */
    settled: (): Promise<void> => running,
  };
}
