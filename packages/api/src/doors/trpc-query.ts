/** What a tRPC call's query string says; null when it says more than a plain call does. */
export type TrpcQuery = { batch: boolean; input: string | null };

const NOTHING: TrpcQuery = { batch: false, input: null };
/** What `new URL` would change in a query (WHATWG URL, query percent-encode set) is left to it. */
const UNTOUCHED = /^[!"$-~]*$/;

/** Reads `batch` and `input` as `new URL(…).searchParams` does. */
export function readQuery(search: string): TrpcQuery | null {
  if (search === "") return NOTHING;
  if (!UNTOUCHED.test(search)) return null;
  let batch: string | null = null;
  let input: string | null = null;
  for (const part of search.split("&")) {
    const equals = part.indexOf("=");
    const name = equals < 0 ? part : part.slice(0, equals);
    if (name === "batch") batch ??= part.slice(equals < 0 ? part.length : equals + 1);
    else if (name === "input") input ??= part.slice(equals < 0 ? part.length : equals + 1);
    // A name in disguise, or one that means something to the resolver.
    else if (name.includes("%") || /^(connectionParams|last-?event-?id)$/i.test(name)) return null;
  }
  if (batch !== null && batch !== "1" && /[%+]/.test(batch)) return null;
  if (input !== null && /[%+]/.test(input)) {
    try {
      input = decodeURIComponent(input.includes("+") ? input.replaceAll("+", " ") : input);
    } catch {
      return null; // not UTF-8: searchParams puts replacement characters there
    }
  }
  return { batch: batch === "1", input };
}
