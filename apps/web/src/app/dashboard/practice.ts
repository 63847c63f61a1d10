import { redirect } from "next/navigation";
import { cache } from "react";
import { api } from "../../trpc/server.tsx";

/** The practice of whoever is looking; those without one are shown the way to it. Asked once per render. */
export const practiceOf = cache(async () => {
  const me = await api.accounts.me();
  if (!me) redirect("/sign-in?next=/dashboard");
  return me.professional ?? redirect(me.user.role === "admin" ? "/admin" : "/onboarding");
});
