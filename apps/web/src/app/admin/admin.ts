import { notFound } from "next/navigation";
import { cache } from "react";
import { api } from "../../trpc/server.tsx";

/** Whoever runs the platform. To everybody else there is no such page; the procedures refuse them as well. */
export const adminOf = cache(async () => {
  const me = await api.accounts.me();
  if (me?.user.role !== "admin") notFound();
  return me.user;
});

/** A detail, or a page that is not there. */
export async function found<T>(detail: Promise<T>): Promise<T> {
  try {
    return await detail;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "NOT_FOUND" || code === "BAD_REQUEST") notFound();
    throw error;
  }
}
