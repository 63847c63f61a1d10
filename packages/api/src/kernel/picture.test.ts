import sharp from "sharp";
import { expect, test } from "vitest";
import { squarePicture } from "./picture.ts";

test("a small picture grows, a wide one is cut on both sides, an animation is its first frame", async () => {
  for (const [width, height] of [
    [1, 1],
    [4_000, 50],
  ] as const) {
    const bytes = await sharp({ create: { width, height, channels: 4, background: "#08f" } })
      .png()
      .toBuffer();
    expect(await sharp(await squarePicture(bytes)).metadata()).toMatchObject({
      format: "webp",
      width: 512,
      height: 512,
    });
  }
});

test("a bit of nothing is no picture", async () => {
  for (const bytes of [new Uint8Array(), new Uint8Array([0xff, 0xd8])])
    await expect(squarePicture(bytes)).rejects.toThrow("UNSUPPORTED_MEDIA_TYPE");
});
