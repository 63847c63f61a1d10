import { startProxy } from "@odys/db/testing/proxy";

/** Round trips to PostgreSQL of one call of `work`, when everything is warm and prepared. */
export async function roundTrips(
  url: string,
  open: (url: string) => Promise<{ work: () => Promise<unknown>; close: () => Promise<void> }>,
  calls = 20,
): Promise<number> {
  const proxy = await startProxy(url);
  try {
    const { work, close } = await open(proxy.url);
    for (let i = 0; i < 10; i++) await work();
    proxy.reset();
    for (let i = 0; i < calls; i++) await work();
    const trips = proxy.counts.roundTrips / calls;
    await close();
    return trips;
  } finally {
    await proxy.close();
  }
}

/** How often a second `work` is done by so many who each start again when they are done. */
export async function perSecond(
  workers: number,
  ms: number,
  work: (worker: number) => Promise<unknown>,
): Promise<number> {
  const started = performance.now();
  const until = started + ms;
  let done = 0;
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (performance.now() < until) {
        await work(worker);
        done++;
      }
    }),
  );
  return (done / (performance.now() - started)) * 1000;
}
