/** Largest picture that is taken, in bytes, and the side of the square it becomes, in pixels. */
export const MAX_PICTURE_BYTES = 5 * 1024 * 1024;
export const PICTURE_SIDE = 512;

/** Largest file of a message, in bytes, and the longer side of a picture of one, in pixels. */
export const MAX_MESSAGE_FILE_BYTES = 10 * 1024 * 1024;
export const MESSAGE_PICTURE_SIDE = 2_000;

/** Where a stored file is read, a path of the app. A new picture is a new id, so it may be kept for ever. */
export const FILES_PATH = "/api/files";

/** The path under which a stored file is read. */
export function filePath(id: string): string {
  return `${FILES_PATH}/${id}`;
}

/** What stored files are for. Only an avatar is anybody's to see. */
export const FILE_PURPOSES = ["avatar", "message"] as const;
export const FILE_TYPES = ["image/webp", "application/pdf"] as const;
