import { useSyncExternalStore } from "react";
import { rememberedMail } from "./pending-mail.ts";

const never = () => () => {};

/** The address that waits in this tab: null until scripts run, empty when there is none. */
export function useRememberedMail(): string | null {
  return useSyncExternalStore(never, rememberedMail, () => null);
}
