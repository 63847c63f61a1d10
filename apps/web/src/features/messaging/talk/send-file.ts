import { MAX_MESSAGE_FILE_BYTES } from "@odys/shared/ops/files";
import { type PictureProblem, pictureProblem } from "../../accounts/settings/send-picture.ts";

export type FileAnswer = { id: string } | { problem: PictureProblem };

/**
 * Sends a file for one conversation to the upload door, telling how much of it has left, in per cent.
 * It is in the conversation only once a message names it.
 */
export function uploadFile(
  file: File,
  clientId: string,
  onProgress: (percent: number) => void,
): Promise<FileAnswer> {
  // fetch cannot tell how much of a body has left.
  return new Promise((resolve) => {
    if (file.size > MAX_MESSAGE_FILE_BYTES) return resolve({ problem: { kind: "size" } });
    const request = new XMLHttpRequest();
    request.open("POST", `/api/upload/message?client=${clientId}`);
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total > 0 ? Math.round((loaded / total) * 100) : 0),
    );
    request.addEventListener("load", () => {
      const id = idOf(request.response);
      if (request.status === 200 && id !== null) resolve({ id });
      else resolve({ problem: pictureProblem(request.status, request.response) });
    });
    request.addEventListener("error", () => resolve({ problem: { kind: "other", error: null } }));
    request.send(file);
  });
}

/** The id in `{ success: true, data: { id } }`. */
function idOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("data" in body)) return null;
  const { data } = body;
  if (typeof data !== "object" || data === null || !("id" in data)) return null;
  return typeof data.id === "string" ? data.id : null;
}
