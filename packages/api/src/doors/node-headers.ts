import type { IncomingHttpHeaders } from "node:http";

/**
 * The headers of a node:http request as `Headers`. Copying them costs more than most procedures, and
 * nearly all that is ever asked of them is `get`: they are copied when anything else is.
 */
export class IncomingHeaders extends Headers {
  readonly #incoming: IncomingHttpHeaders;
  #copied = false;

  constructor(incoming: IncomingHttpHeaders) {
    super();
    this.#incoming = incoming;
  }

  override get(name: string): string | null {
    if (this.#copied) return super.get(name);
    const value = this.#incoming[name] ?? this.#incoming[name.toLowerCase()];
    return value === undefined ? null : typeof value === "string" ? value : value.join(", ");
  }

  override has(name: string): boolean {
    return this.get(name) !== null;
  }

  #copy(): void {
    if (this.#copied) return;
    this.#copied = true;
    for (const name in this.#incoming) {
      const value = this.#incoming[name];
      if (typeof value === "string") super.append(name, value);
      else for (const one of value ?? []) super.append(name, one);
    }
  }

  override append(name: string, value: string): void {
    this.#copy();
    super.append(name, value);
  }
  override set(name: string, value: string): void {
    this.#copy();
    super.set(name, value);
  }
  override delete(name: string): void {
    this.#copy();
    super.delete(name);
  }
  override forEach(
    visit: (value: string, key: string, parent: Headers) => void,
    self?: unknown,
  ): void {
    this.#copy();
    super.forEach(visit, self);
  }
  override getSetCookie(): string[] {
    this.#copy();
    return super.getSetCookie();
  }
  override entries() {
    this.#copy();
    return super.entries();
  }
  override keys() {
    this.#copy();
    return super.keys();
  }
  override values() {
    this.#copy();
    return super.values();
  }
  override [Symbol.iterator]() {
    return this.entries();
  }
}
