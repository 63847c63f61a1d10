function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

/** Whose number it is already, when that is what a save was refused for. */
export function holderOf(error: unknown): { id: string; name: string } | null {
  const holder = at(at(at(error, "data"), "details"), "holder");
  const [id, name] = [at(holder, "id"), at(holder, "name")];
  return typeof id === "string" && typeof name === "string" ? { id, name } : null;
}
