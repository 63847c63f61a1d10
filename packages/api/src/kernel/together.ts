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
