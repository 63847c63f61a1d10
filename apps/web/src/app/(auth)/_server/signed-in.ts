import { redirect } from "next/navigation";
import { api } from "../../../trpc/server.tsx";

/** Whoever is signed in already goes on; a comfort, and no more. */
export async function leaveWhenSignedIn(next: string | null): Promise<void> {
  const me = await api.accounts.me();
  if (me) redirect(next ?? (me.professional ? "/dashboard" : "/onboarding"));
}
