export interface HeaderOptions {
  /** Fresh for every response, unguessable, base64. */
  readonly nonce: string;
  /** Development: React rebuilds stacks with eval and hot reloading speaks over a socket. */
  readonly dev: boolean;
  /** Whether people reach the app by https; only then may browsers be told to insist on it. */
  readonly https: boolean;
  /** The one page that other sites may show in a frame. */
  readonly embed?: boolean;
  /** Whoever knows the page's address may act: it is told to nobody, not even to ourselves. */
  readonly secret?: boolean;
}

/**
 * sonner adds its stylesheet by script, without a nonce: first an empty element, then its text. These
 * are the hashes of both, and of nothing else. The test computes them from the installed package.
 */
export const TOAST_STYLES = [
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
] as const;

/**
 * The policy of a page. Scripts need the nonce, or to be loaded by a script that has it.
 * Style elements need the nonce as well; style attributes are allowed because server-rendered
 * components position themselves with them and they run nothing.
 */
function contentSecurityPolicy({ nonce, dev, https, embed }: HeaderOptions): string {
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'self'"],
    "script-src": [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(dev ? ["'unsafe-eval'"] : []),
    ],
    "style-src": dev
      ? ["'self'", "'unsafe-inline'"]
      : ["'self'", `'nonce-${nonce}'`, ...TOAST_STYLES],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(dev ? ["ws:"] : [])],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    "frame-src": ["'none'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": [embed ? "*" : "'none'"],
    ...(https ? { "upgrade-insecure-requests": [] } : {}),
  };
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(" "))
    .join("; ");
}

/** Security headers of an HTML page, lower-case names. Pure; throws when the nonce is not base64. */
export function securityHeaders(options: HeaderOptions): Record<string, string> {
  if (!/^[A-Za-z0-9+/]{16,}={0,2}$/.test(options.nonce)) throw new TypeError("nonce: not base64");
  return {
    "content-security-policy": contentSecurityPolicy(options),
    "x-content-type-options": "nosniff",
    "referrer-policy": options.secret ? "no-referrer" : "strict-origin-when-cross-origin",
    "permissions-policy":
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": options.embed ? "cross-origin" : "same-origin",
    // Old browsers that do not know frame-ancestors.
    ...(options.embed ? {} : { "x-frame-options": "DENY" }),
    ...(options.https
      ? { "strict-transport-security": "max-age=63072000; includeSubDomains" }
      : {}),
  };
}
