import { MAX_PICTURE_BYTES } from "@odys/shared/ops/files";

/** Why a picture was not taken; `other` with the answer's code is said as every other refusal is. */
export type PictureProblem =
  | { kind: "type" | "broken" | "too_many_pixels" | "size" }
  | { kind: "other"; error: unknown };

function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === "object" && found !== null ? Reflect.get(found, key) : undefined,
    value,
  );
}

/** Reads the answer of the upload door. */
export function pictureProblem(status: number, body: unknown): PictureProblem {
  if (status === 413) return { kind: "size" };
  if (status === 415) return { kind: "type" };
  const why = at(body, "error", "details", "fields", "file", 0);
  if (why === "too_many_pixels") return { kind: why };
  if (why === "broken" || why === "missing") return { kind: "broken" };
  const [error, details] = [at(body, "error", "code"), at(body, "error", "details")];
  return { kind: "other", error: { data: { error, details } } };
}

/** Sends a picture, telling how much of it has left, in per cent. Resolves to why it was not taken, or null. */
export function sendPicture(
  file: Blob,
  onProgress: (percent: number) => void,
): Promise<PictureProblem | null> {
  // fetch cannot tell how much of a body has left.
  return new Promise((resolve) => {
    if (file.size > MAX_PICTURE_BYTES) return resolve({ kind: "size" });
    const request = new XMLHttpRequest();
    request.open("POST", "/api/upload/avatar");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total > 0 ? Math.round((loaded / total) * 100) : 0),
    );
    request.addEventListener("load", () =>
      resolve(request.status === 200 ? null : pictureProblem(request.status, request.response)),
    );
    request.addEventListener("error", () => resolve({ kind: "other", error: null }));
    request.send(file);
  });
}
