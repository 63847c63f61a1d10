import { redirect } from "next/navigation";
import { cache } from "react";
import { api } from "../../trpc/server.tsx";

/** Who is looking at the client's rooms; who has not signed in is shown the way. Asked once per render. */
export const personOf = cache(async (next: string) => {
  const me = await api.accounts.me();
  return me?.user ?? redirect(`/sign-in?next=${encodeURIComponent(next)}`);
});
