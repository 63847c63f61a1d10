import { decodeJwt, SignJWT } from "jose";
import { createHash, randomBytes, randomUUID } from "node:crypto";

type FakeUser = {
  id: string;
  email: string;
  password: string;
  confirmedAt: string | null;
  metadata: Record<string, unknown>;
  createdAt: string;
};
type Link = {
  userId: string;
  type: "signup" | "recovery";
  sentAt: number;
  challenge: string;
};
type FakeMail = { to: string; type: Link["type"]; tokenHash: string };
export type Reply = { status: number; body?: unknown; headers?: Record<string, string> };
export type Asked = {
  url: URL;
  method: string;
  body: Record<string, unknown>;
  bearer: string | null;
};

/** GoTrue's error: its HTTP status, `error_code` and sentence (supabase/auth, internal/api/apierrors). */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly reasons: readonly string[] | undefined;

  constructor(status: number, code: string, message: string, reasons?: readonly string[]) {
    super(message);
    this.status = status;
    this.code = code;
    this.reasons = reasons;
  }
}

type FakeSession = { userId: string; refreshToken: string; method: string };

const LINK_MS = 60 * 60 * 1000;
const sha = (text: string) => createHash("sha256").update(text).digest("base64url");
const secret = () => randomBytes(24).toString("base64url");
const now = () => new Date().toISOString();
const text = (value: unknown) => (typeof value === "string" ? value : "");

/**
 * The rules of Supabase's auth server as far as Odys meets them: links are used up, a repeated
 * registration answers with an invented user, a revoked session is 403 `session_not_found`, access
 * tokens are ES256 and outlive their session.
 */
export class GoTrueFake {
  readonly users = new Map<string, FakeUser>();
  readonly sessions = new Map<string, FakeSession>();
  readonly links = new Map<string, Link>();
  readonly codes = new Map<string, { userId: string; challenge: string }>();
  /** What was mailed, oldest first. */
  readonly mails: FakeMail[] = [];
  readonly settings = { autoconfirm: false };
  readonly kid = randomUUID();
  readonly key: CryptoKey;
  issuer = "";

  constructor(key: CryptoKey) {
    this.key = key;
  }

  byEmail(email: string) {
    return [...this.users.values()].find((user) => user.email === email);
  }

  json(user: FakeUser) {
    const { id, email, confirmedAt, metadata, createdAt } = user;
    const identity = { id, user_id: id, identity_id: id, provider: "email", identity_data: {} };
    return {
      id,
      aud: "authenticated",
      role: "authenticated",
      email,
      phone: "",
      ...(confirmedAt && { email_confirmed_at: confirmedAt, confirmed_at: confirmedAt }),
      app_metadata: { provider: "email", providers: ["email"] },
      user_metadata: { ...metadata, email, email_verified: confirmedAt !== null },
      identities: [identity],
      created_at: createdAt,
      updated_at: createdAt,
      is_anonymous: false,
    };
  }

  async tokens(user: FakeUser, method: string, sessionId: string = randomUUID()) {
    const refreshToken = secret();
    this.sessions.set(sessionId, { userId: user.id, refreshToken, method });
    const issued = Math.floor(Date.now() / 1000);
    const access = await new SignJWT({
      email: user.email,
      phone: "",
      role: "authenticated",
      aal: "aal1",
      amr: [{ method, timestamp: issued }],
      session_id: sessionId,
      is_anonymous: false,
      app_metadata: { provider: "email", providers: ["email"] },
      user_metadata: this.json(user).user_metadata,
    })
      .setProtectedHeader({ alg: "ES256", kid: this.kid, typ: "JWT" })
      .setSubject(user.id)
      .setAudience("authenticated")
      .setIssuer(this.issuer)
      .setIssuedAt(issued)
      .setExpirationTime(issued + 3600)
      .sign(this.key);
    return {
      access_token: access,
      token_type: "bearer",
      expires_in: 3600,
      expires_at: issued + 3600,
      refresh_token: refreshToken,
      user: this.json(user),
    };
  }

  mail(user: FakeUser, type: Link["type"], challenge: string) {
    // A new link replaces the last one of its kind.
    for (const [hash, link] of this.links)
      if (link.userId === user.id && link.type === type) this.links.delete(hash);
    const tokenHash = `${challenge ? "pkce_" : ""}${randomBytes(28).toString("hex")}`;
    this.links.set(tokenHash, { userId: user.id, type, sentAt: Date.now(), challenge });
    this.mails.push({ to: user.email, type, tokenHash });
  }

  /** The session that the bearer's token names, as GoTrue's middleware finds it. */
  sessionOf({ bearer }: Asked) {
    if (!bearer)
      throw new Refusal(401, "no_authorization", "This endpoint requires a Bearer token");
    const id = text(decodeJwt(bearer).session_id);
    const session = this.sessions.get(id);
    const user = this.users.get(session?.userId ?? "");
    if (!session || !user)
      throw new Refusal(
        403,
        "session_not_found",
        "Session from session_id claim in JWT does not exist",
      );
    return { id, user };
  }

  checkPassword(password: string) {
    if (password.length > 72)
      throw new Refusal(422, "validation_failed", "Password cannot be longer than 72 characters");
    if (password.length < 6)
      throw new Refusal(422, "weak_password", "Password should be at least 6 characters.", [
        "length",
      ]);
  }

  followLink(tokenHash: string, type: string) {
    const link = this.links.get(tokenHash);
    const user = this.users.get(link?.userId ?? "");
    if (!link || !user || link.type !== type || Date.now() - link.sentAt > LINK_MS)
      throw new Refusal(403, "otp_expired", "Email link is invalid or has expired");
    this.links.delete(tokenHash);
    user.confirmedAt ??= now();
    return { link, user };
  }

  async signup({ body }: Asked): Promise<Reply> {
    const [email, password] = [text(body.email).toLowerCase(), text(body.password)];
    this.checkPassword(password);
    const metadata = typeof body.data === "object" && body.data ? { ...body.data } : {};
    let user = this.byEmail(email);
    if (user?.confirmedAt) {
      if (this.settings.autoconfirm)
        throw new Refusal(422, "user_already_exists", "User already registered");
      const invented = { ...user, id: randomUUID(), confirmedAt: null, metadata, createdAt: now() };
      return { status: 200, body: { ...this.json(invented), identities: [] } };
    }
    user ??= {
      id: randomUUID(),
      email,
      password: sha(password),
      confirmedAt: this.settings.autoconfirm ? now() : null,
      metadata,
      createdAt: now(),
    };
    this.users.set(user.id, user);
    if (this.settings.autoconfirm)
      return { status: 200, body: await this.tokens(user, "password") };
    this.mail(user, "signup", text(body.code_challenge));
    return { status: 200, body: this.json(user) };
  }

  async token({ url, body }: Asked): Promise<Reply> {
    switch (url.searchParams.get("grant_type")) {
      case "password": {
        const user = this.byEmail(text(body.email).toLowerCase());
        if (user?.password !== sha(text(body.password)) || !user)
          throw new Refusal(400, "invalid_credentials", "Invalid login credentials");
        if (!user.confirmedAt) throw new Refusal(400, "email_not_confirmed", "Email not confirmed");
        return { status: 200, body: await this.tokens(user, "password") };
      }
      case "refresh_token": {
        const found = [...this.sessions].find(
          ([, s]) => s.refreshToken === text(body.refresh_token),
        );
        const user = this.users.get(found?.[1].userId ?? "");
        if (!found || !user)
          throw new Refusal(400, "refresh_token_not_found", "Invalid Refresh Token");
        return { status: 200, body: await this.tokens(user, found[1].method, found[0]) };
      }
      case "pkce": {
        const flow = this.codes.get(text(body.auth_code));
        const user = this.users.get(flow?.userId ?? "");
        if (!flow || !user)
          throw new Refusal(
            404,
            "flow_state_not_found",
            "invalid flow state, no valid flow state found",
          );
        if (sha(text(body.code_verifier)) !== flow.challenge)
          throw new Refusal(
            400,
            "bad_code_verifier",
            "code challenge does not match code verifier",
          );
        this.codes.delete(text(body.auth_code));
        return { status: 200, body: await this.tokens(user, "otp") };
      }
      default:
        throw new Refusal(400, "invalid_credentials", "unsupported_grant_type");
    }
  }

  async verify({ method, url, body }: Asked): Promise<Reply> {
    if (method === "POST") {
      const { user } = this.followLink(text(body.token_hash), text(body.type));
      return { status: 200, body: await this.tokens(user, "otp") };
    }
    const { searchParams } = url;
    const back = new URL(searchParams.get("redirect_to") ?? "http://odys.test");
    const { user, link } = this.followLink(
      searchParams.get("token") ?? "",
      searchParams.get("type") ?? "",
    );
    const code = randomUUID();
    this.codes.set(code, { userId: user.id, challenge: link.challenge ?? "" });
    back.searchParams.set("code", code);
    return { status: 303, headers: { location: back.href } };
  }

  logout(asked: Asked): Reply {
    const { id, user } = this.sessionOf(asked);
    const scope = asked.url.searchParams.get("scope") ?? "global";
    for (const [other, session] of this.sessions) {
      if (session.userId !== user.id) continue;
      if (scope === "global" || (scope === "local") === (other === id)) this.sessions.delete(other);
    }
    return { status: 204 };
  }

  updateUser(asked: Asked): Reply {
    const { user } = this.sessionOf(asked);
    const password = text(asked.body.password);
    this.checkPassword(password);
    if (sha(password) === user.password)
      throw new Refusal(
        422,
        "same_password",
        "New password should be different from the old password.",
      );
    user.password = sha(password);
    return { status: 200, body: this.json(user) };
  }

  mailAgain({ body }: Asked, type: Link["type"]): Reply {
    const user = this.byEmail(text(body.email).toLowerCase());
    if (user && (type === "recovery" || !user.confirmedAt))
      this.mail(user, type, text(body.code_challenge));
    return { status: 200, body: {} };
  }
}
