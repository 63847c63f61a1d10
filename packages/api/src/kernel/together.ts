/** What is under way in this process, by whatever owns it (a pool, so that two never mix) and a key. */
function underWay<T>() {
  const owners = new WeakMap<object, Map<string, Promise<T>>>();
  return (owner: object): Map<string, Promise<T>> => {
    let map = owners.get(owner);
    if (!map) owners.set(owner, (map = new Map()));
    return map;
  };
}

/**
 * Who asks the same while the answer is on its way gets that answer. It may so be older than the
 * question by the time one answer takes: for reads whose result is not relied upon.
 */
export function singleFlight<T>() {
  const flights = underWay<T>();
  return (owner: object, key: string, work: () => Promise<T>): Promise<T> => {
    const map = flights(owner);
    const joined = map.get(key);
    if (joined) return joined;
    const own = work().finally(() => map.delete(key));
    map.set(key, own);
    return own;
  };
}

/**
 * One at a time for a key. Whoever finds another at work waits, holding nothing, until that is over
 * however it ended, and gets `null`: to look again whether there is anything left to do.
 */
export function turns<T>() {
  const working = underWay<T>();
  return async (
    owner: object,
    key: string,
    work: () => Promise<T>,
  ): Promise<{ done: T } | null> => {
    const map = working(owner);
    const other = map.get(key);
    if (other) {
      await other.catch(() => undefined);
      return null;
    }
    const own = work();
    map.set(key, own);
    try {
      return { done: await own };
    } finally {
      map.delete(key);
    }
  };
}

type Waiting<Item, Result> = {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
};

/**
 * One piece of work for many: what is asked for in one turn of the event loop, or while the work for
 * others is under way, is done together. `work` answers in the order of its items and does all or
 * nothing: when it fails for several, it is done anew for each, so that one bears only its own failure.
 */
export function batched<Owner extends object, Item, Result>(
  work: (owner: Owner, items: readonly Item[]) => Promise<readonly Result[]>,
) {
  const gathered = new WeakMap<Owner, Waiting<Item, Result>[]>();

  async function settle(owner: Owner, batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const items = batch.map(({ item }) => item);
      const results = await work(owner, items);
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
    } catch (error) {
      const [only, ...others] = batch;
      if (others.length === 0) only?.reject(error);
      else for (const one of batch) await settle(owner, [one]);
    }
  }

  async function settleAll(owner: Owner): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const batch = gathered.get(owner) ?? [];
      if (batch.length === 0) return void gathered.delete(owner);
      gathered.set(owner, []);
      await settle(owner, batch);
    }
  }

  return (owner: Owner, item: Item): Promise<Result> =>
    new Promise((resolve, reject) => {
      const waiting = { item, resolve, reject };
      const others = gathered.get(owner);
      if (others) return void others.push(waiting);
      gathered.set(owner, [waiting]);
      void settleAll(owner);
    });
}
