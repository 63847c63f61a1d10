/** What became of one HTTP request: an answer, none although it may have arrived, or it certainly never left. */
export type Asked =
  | { came: "answer"; status: number; body: unknown; retryAfterSeconds: number | undefined }
  | { came: "lost"; detail: string }
  | { came: "unsent"; detail: string };

export type Question = {
  url: string;
  method: "GET" | "POST";
  headers: Record<string, string>;
  /** Goes as JSON. */
  body?: unknown;
  timeoutMs: number;
};

/** Codes of Node and undici for what fails before a byte of the request has left. */
const NEVER_LEFT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** Asks a provider, within `timeoutMs` altogether. Never throws; `detail` is a code and holds nothing of the request. */
export async function ask({ url, method, headers, body, timeoutMs }: Question): Promise<Asked> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: "application/json",
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
      // Whoever is led elsewhere would take the key along.
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return {
      came: "answer",
      status: response.status,
      body: parsed(await response.text()),
      retryAfterSeconds: secondsOf(response.headers.get("retry-after")),
    };
  } catch (error) {
    const code = codeOf(error);
    return { came: NEVER_LEFT.has(code) ? "unsent" : "lost", detail: code };
  }
}

/** Null for what is no JSON: then the status alone speaks. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function secondsOf(header: string | null): number | undefined {
  const seconds = Number(header);
  return header !== null && seconds > 0 ? Math.ceil(seconds) : undefined;
}

/** `fetch` wraps what happened; the code is on the cause. */
function codeOf(error: unknown): string {
  for (let e = error, depth = 0; e instanceof Error && depth < 4; e = e.cause, depth++) {
    if (e.name === "TimeoutError") return "timeout";
    if ("code" in e && typeof e.code === "string") return e.code;
  }
  return "failed";
}

/** What a provider said, as it may stand in a log: short, without the keys that it was asked with and without numbers of people. */
export function wordsOf(text: unknown, secrets: readonly string[]): string {
  const words = typeof text === "string" ? text : JSON.stringify(text ?? "");
  return secrets
    .reduce((left, secret) => (secret ? left.replaceAll(secret, "[hidden]") : left), words)
    .replace(/\+?\d{7,}/g, "[number]")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, 200);
}
