import { exportJWK, generateKeyPair } from "jose";
import { createServer, type IncomingMessage } from "node:http";
import { type Asked, GoTrueFake, Refusal, type Reply } from "./gotrue-rules.ts";

const VERSION = "x-supabase-api-version";

/**
 * Supabase's auth server over real HTTP on a port of its own, for tests. `anonKey` is the key that
 * every request must carry.
 */
export async function startGoTrueFake(anonKey = "fake-anon-key") {
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const fake = new GoTrueFake(privateKey);
  const key = { ...(await exportJWK(publicKey)), kid: fake.kid, alg: "ES256", use: "sig" };
  const asked: string[] = [];

  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const url = new URL(request.url ?? "/", "http://fake");
    const method = request.method ?? "GET";
    asked.push(`${method} ${url.pathname}`);
    const byLink = method === "GET" && url.pathname === "/auth/v1/verify";
    if (!byLink && request.headers["apikey"] !== anonKey)
      return { status: 401, body: { message: "No API key found in request" } };
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    return route(
      fake,
      { keys: [key] },
      {
        url,
        method,
        body: await bodyOf(request),
        bearer: bearer === anonKey ? null : (bearer ?? null),
      },
    );
  };

  const server = createServer((request, response) => {
    const modern = request.headers[VERSION] !== undefined;
    void answer(request)
      .catch((error: unknown) => refusal(error, modern))
      .then(({ status, body, headers }) => {
        response.writeHead(status, {
          "content-type": "application/json",
          ...(modern && { [VERSION]: "2024-01-01" }),
          ...headers,
        });
        response.end(body === undefined ? undefined : JSON.stringify(body));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("expected a port");
  const url = `http://127.0.0.1:${address.port}`;
  fake.issuer = `${url}/auth/v1`;

  return {
    fake,
    url,
    anonKey,
    /** `METHOD /path` of every request, in order. */
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** GoTrue's two shapes of an error: by the API version that the client named. */
function refusal(error: unknown, modern: boolean): Reply {
  if (!(error instanceof Refusal)) throw error;
  const { status, code, message, reasons } = error;
  const weak = reasons && { weak_password: { reasons } };
  return modern
    ? { status, body: { code, message, ...weak } }
    : { status, body: { code: status, error_code: code, msg: message, ...weak } };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  const parsed: unknown = text === "" ? {} : JSON.parse(text);
  return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
}

function route(fake: GoTrueFake, jwks: unknown, asked: Asked): Reply | Promise<Reply> {
  switch (`${asked.method} ${asked.url.pathname.replace("/auth/v1", "")}`) {
    case "GET /.well-known/jwks.json":
      return { status: 200, body: jwks };
    case "GET /settings":
      return {
        status: 200,
        body: { external: { email: true }, mailer_autoconfirm: fake.settings.autoconfirm },
      };
    case "POST /signup":
      return fake.signup(asked);
    case "POST /token":
      return fake.token(asked);
    case "GET /verify":
    case "POST /verify":
      return fake.verify(asked);
    case "POST /resend":
      return fake.mailAgain(asked, "signup");
    case "POST /recover":
      return fake.mailAgain(asked, "recovery");
    case "GET /user":
      return { status: 200, body: fake.json(fake.sessionOf(asked).user) };
    case "PUT /user":
      return fake.updateUser(asked);
    case "POST /logout":
      return fake.logout(asked);
    default:
      return { status: 404, body: { message: "not found" } };
  }
}
