import { MESSAGE_PICTURE_SIDE, PICTURE_SIDE } from "@odys/shared/ops/files";
import { DomainError } from "@odys/shared/kernel/errors";

/** More than a phone of 48 megapixels takes; a bomb of a few kilobytes unpacks to thousands of millions. */
const MAX_PIXELS = 50_000_000;
const SECONDS = 15;

/**
 * A picture that somebody sent as one of ours: a square WebP of `PICTURE_SIDE`, turned as the camera
 * was held, without any metadata. What it is is read from its bytes; nobody's word for it counts, and
 * of the bytes themselves none is kept, so what else they might be (a page, a script, an archive) is
 * gone. UNSUPPORTED_MEDIA_TYPE for anything but JPEG, PNG and WebP; VALIDATION_ERROR, `file`:
 * `too_many_pixels` or `broken`.
 */
export function squarePicture(bytes: Uint8Array): Promise<Buffer> {
  return redraw(bytes, { width: PICTURE_SIDE, height: PICTURE_SIDE, fit: "cover" });
}

/** The same with its own shape, no side of it longer than `MESSAGE_PICTURE_SIDE`: what goes with a message. */
export function wholePicture(bytes: Uint8Array): Promise<Buffer> {
  const side = MESSAGE_PICTURE_SIDE;
  return redraw(bytes, { width: side, height: side, fit: "inside", withoutEnlargement: true });
}

type Size = {
  width: number;
  height: number;
  fit: "cover" | "inside";
  withoutEnlargement?: boolean;
};

async function redraw(bytes: Uint8Array, size: Size): Promise<Buffer> {
  const format = formatOf(bytes);
  if (!format) throw new DomainError("UNSUPPORTED_MEDIA_TYPE");
  // Native code, loaded by who needs it: most processes never do.
  const { default: sharp } = await import("sharp");
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" });
    const { width, height, format: read } = await image.metadata();
    if (read !== format) throw new DomainError("UNSUPPORTED_MEDIA_TYPE");
    if (width * height > MAX_PIXELS) throw refusal("too_many_pixels");
    return await image
      .autoOrient()
      .resize(size)
      .toColourspace("srgb")
      .webp({ quality: 82 })
      .timeout({ seconds: SECONDS })
      .toBuffer();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const tooMany = error instanceof Error && error.message.includes("pixel limit");
    throw refusal(tooMany ? "too_many_pixels" : "broken", error);
  }
}

function refusal(why: "too_many_pixels" | "broken", cause?: unknown): DomainError {
  return new DomainError("VALIDATION_ERROR", { fields: { file: [why] } }, { cause });
}

/** By the first bytes: JPEG (ITU-T T.81), PNG (RFC 2083), WebP (RFC 9649). */
function formatOf(bytes: Uint8Array): "jpeg" | "png" | "webp" | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (head.startsWith("\u00ff\u00d8\u00ff")) return "jpeg";
  if (head.startsWith("\u0089PNG\r\n\u001a\n")) return "png";
  return head.startsWith("RIFF") && head.endsWith("WEBP") ? "webp" : null;
}
