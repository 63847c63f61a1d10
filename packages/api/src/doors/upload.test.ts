import { storedFiles } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import sharp, { type Sharp } from "sharp";
import { crc32, deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../kernel/ctx.ts";
import { createTestApp, type TestApp } from "../testing/app.ts";
import { mintPractice, mintUser } from "../testing/fixtures.ts";
import { odysDoors } from "./index.ts";

const ORIGIN = "http://odys.test";
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

type Answer = { status: number; headers: Headers; bytes: Buffer };

async function ask(actor: Actor, path: string, init: RequestInit = {}): Promise<Answer> {
  const request = new Request(`${ORIGIN}${path}`, init);
  const services = { ...app.services, resolveActor: async () => actor };
  const answer = await odysDoors.open(request, services, { ip: "unknown", requestId: "request-1" });
  if (!answer) throw new Error("no door");
  const { status, headers } = answer;
  return { status, headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}
const json = ({ bytes }: Answer) => JSON.parse(bytes.toString());
const ours = { cookie: "session=1", origin: ORIGIN };
const upload = (actor: Actor, body: BodyInit, headers: Record<string, string> = {}) =>
  ask(actor, "/api/upload/avatar", { method: "POST", body, headers: { ...ours, ...headers } });
const nobody: Actor = { type: "anonymous" };
const look = (path: string, init?: RequestInit) => ask(nobody, path, init);

/** A picture, red on its left half and blue on the right. */
const halves = (width = 800, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: "#f00" } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: "#00f" } },
      left: width / 2,
      top: 0,
    },
  ]);
const png = (width?: number, height?: number) => halves(width, height).png().toBuffer();

/** A PNG that says it is this large, in a few hundred bytes. */
function hugePng(width: number, height: number): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = Buffer.from("\u0089PNG\r\n\u001a\n", "latin1");
  const pixels = chunk("IDAT", deflateSync(Buffer.alloc(100_000)));
  return new Uint8Array(
    Buffer.concat([signature, chunk("IHDR", header), pixels, chunk("IEND", Buffer.alloc(0))]),
  );
}

function megabytes(count: number): ReadableStream<Uint8Array> {
  let left = count;
  return new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(new Uint8Array(1024 * 1024));
      else controller.close();
    },
  });
}
const urlOf = (answer: Answer): string => json(answer).data.avatarUrl;

describe("H1: a picture is what its bytes are, and what is shown was drawn by us", () => {
  test.each([
    ["png", (image: Sharp) => image.png()],
    ["jpeg", (image: Sharp) => image.jpeg()],
    ["webp", (image: Sharp) => image.webp()],
  ])("%s, whatever type is claimed, becomes our square of WebP", async (_, as) => {
    const { actor, slug } = await mintPractice(app);
    const picture = new Uint8Array(await as(halves()).toBuffer());
    const sent = await upload(actor, picture, { "content-type": "image/svg+xml" });
    expect(sent.status).toBe(200);
    const shown = await look(urlOf(sent));
    expect(shown.status).toBe(200);
    expect(await sharp(shown.bytes).metadata()).toMatchObject({
      format: "webp",
      width: 512,
      height: 512,
    });
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      "content-type": "image/webp",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "cache-control": "public, max-age=31536000, immutable",
    });
    expect(await app.anonymous().booking.getPage({ slug })).toMatchObject({
      avatarUrl: urlOf(sent),
    });
  });

  test("as a form's file too", async () => {
    const { actor, caller } = await mintPractice(app);
    const form = new FormData();
    form.set("file", new File([new Uint8Array(await png())], "x.html", { type: "text/html" }));
    const sent = await upload(actor, form);
    expect(await caller.accounts.getProfile()).toMatchObject({ avatarUrl: urlOf(sent) });
    expect((await caller.accounts.me())?.professional?.avatarUrl).toBe(urlOf(sent));
  });

  const SVG = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`;
  test.each([
    ["an SVG", SVG],
    ["an SVG behind a declaration", `<?xml version="1.0"?>${SVG}`],
    ["a page", "<!doctype html><script>alert(1)</script>"],
    ["a GIF that is a script", "GIF89a/*\u0001\u0000\u0001\u0000*/=1;alert(1)//"],
    ["a PDF", "%PDF-1.7\n"],
    ["a BMP", "BM\u0000\u0000"],
    ["a RIFF that is no WebP", "RIFF\u0000\u0000\u0000\u0000WAVEfmt "],
    ["text", "olá"],
  ])("%s is refused as what it is", async (_, text) => {
    const { actor } = await mintPractice(app);
    for (const type of ["image/png", "image/jpeg", "image/webp"]) {
      const answer = await upload(actor, Buffer.from(text, "latin1"), { "content-type": type });
      expect([answer.status, json(answer).error.code]).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"]);
    }
    expect(
      await app.db.select().from(storedFiles).where(eq(storedFiles.userId, actor.userId)),
    ).toEqual([]);
  });

  test("a page that begins like a picture is broken; one that hides in a picture is gone", async () => {
    const { actor } = await mintPractice(app);
    const heads = [
      "\u00ff\u00d8\u00ff",
      "\u0089PNG\r\n\u001a\n",
      "RIFF\u0000\u0000\u0000\u0000WEBP",
    ];
    for (const head of heads) {
      const answer = await upload(actor, Buffer.from(`${head}${SVG}`, "latin1"));
      expect([answer.status, json(answer).error.details]).toEqual([
        400,
        { fields: { file: ["broken"] } },
      ]);
    }
    const picture = await halves()
      .withExif({ IFD0: { ImageDescription: SVG } })
      .jpeg()
      .toBuffer();
    const sent = await upload(actor, new Uint8Array(Buffer.concat([picture, Buffer.from(SVG)])));
    const { bytes } = await look(urlOf(sent));
    expect(bytes.includes("script")).toBe(false);
  });

  test("half a picture is broken", async () => {
    const { actor } = await mintPractice(app);
    for (const whole of [await png(), await halves().jpeg().toBuffer()]) {
      const half = new Uint8Array(whole.subarray(0, whole.length / 2));
      const answer = await upload(actor, half);
      expect(json(answer).error.details).toEqual({ fields: { file: ["broken"] } });
    }
  });

  test("a bomb is not unpacked", async () => {
    const { actor } = await mintPractice(app);
    const bomb = hugePng(60_000, 60_000);
    expect(bomb.length).toBeLessThan(1_000);
    const before = process.memoryUsage().rss;
    const answer = await upload(actor, bomb);
    expect(json(answer).error.details).toEqual({ fields: { file: ["too_many_pixels"] } });
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  test("where and with what it was taken is gone, and it stands as the camera was held", async () => {
    const { actor } = await mintPractice(app);
    const gps = { GPSLatitude: "23/1 33/1 1/1", GPSLatitudeRef: "S" };
    const picture = await halves(800, 800)
      .withExif({ IFD0: { Make: "Odysphone", Orientation: "6" }, IFD3: gps })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(picture).metadata()).exif).toBeDefined();
    const { bytes } = await look(urlOf(await upload(actor, new Uint8Array(picture))));
    const { exif, icc, xmp, orientation } = await sharp(bytes).metadata();
    expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(bytes.includes("Odysphone")).toBe(false);
    // Turned by a quarter to the right, what was on the left is on top.
    const colour = async (top: number) => {
      const { data } = await sharp(bytes)
        .extract({ left: 250, top, width: 1, height: 1 })
        .raw()
        .toBuffer({ resolveWithObject: true });
      return (data[0] ?? 0) > (data[2] ?? 0) ? "red" : "blue";
    };
    expect([await colour(20), await colour(490)]).toEqual(["red", "blue"]);
  });

  test("five megabytes at most, by what arrives and not by what is said", async () => {
    const { actor } = await mintPractice(app);
    const large = new Uint8Array(5 * 1024 * 1024 + 1);
    large.set([0xff, 0xd8, 0xff]);
    const said = await upload(actor, large, { "content-length": "9000000" });
    const streamed = await ask(actor, "/api/upload/avatar", {
      method: "POST",
      headers: ours,
      body: megabytes(8),
      duplex: "half",
    } as RequestInit);
    for (const answer of [said, await upload(actor, large), streamed])
      expect(answer.status).toBe(413);
    expect(json(await upload(actor, "")).error.details).toEqual({ fields: { file: ["missing"] } });
  });
});

describe("who may send a picture, and what becomes of it", () => {
  test("nobody without a practice, and no page but ours", async () => {
    const picture = new Uint8Array(await png());
    const { actor } = await mintPractice(app);
    const user = await mintUser(app);
    expect((await upload(nobody, picture)).status).toBe(401);
    expect(json(await upload(user, picture)).error.code).toBe("ONBOARDING_REQUIRED");
    const elsewhere = await upload(actor, picture, { origin: "https://evil.example" });
    expect(json(elsewhere).error.code).toBe("ORIGIN_REFUSED");
    const { status, headers } = await ask(actor, "/api/upload/avatar");
    expect([status, headers.get("allow")]).toEqual([405, "POST"]);
    expect((await ask(actor, "/api/upload/else", { method: "POST", headers: ours })).status).toBe(
      404,
    );
  });

  test("a limit turns away before the body is read", async () => {
    const { actor } = await mintPractice(app);
    const { limiter } = app.services;
    app.services.limiter = {
      ...limiter,
      consume: async (name) =>
        name === "upload" ? { allowed: false, retryAfterSeconds: 7 } : { allowed: true },
    };
    const answer = await upload(actor, new Uint8Array(await png()));
    app.services.limiter = limiter;
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "7"]);
  });
});

describe("GET /api/files/<id>", () => {
  test("says that nothing has changed, answers HEAD, and takes nothing else", async () => {
    const { actor } = await mintPractice(app);
    const path = urlOf(await upload(actor, new Uint8Array(await png())));
    const first = await look(path);
    const etag = first.headers.get("etag") ?? "";
    const again = await look(path, { headers: { "if-none-match": etag } });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    const head = await look(path, { method: "HEAD" });
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect(head.headers.get("content-length")).toBe(String(first.bytes.length));
    expect((await look(path, { method: "DELETE" })).status).toBe(405);
  });

  test.each([newId(), "", "x", "..%2f..%2fetc%2fpasswd", `${newId()}/../x`])(
    "%j is not there",
    async (id) => {
      const answer = await look(`/api/files/${id}`);
      expect([answer.status, json(answer).error.code]).toEqual([404, "NOT_FOUND"]);
    },
  );
});
