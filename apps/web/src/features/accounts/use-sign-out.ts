import { forgetDevice } from "../../pwa/device.ts";
import { api } from "../../trpc/client.tsx";

/** Ends this session. A whole new page follows: nothing that was loaded for somebody stays. */
export function useSignOut() {
  return api.accounts.signOut.useMutation({
    onSuccess: () => forgetDevice().then(() => location.assign("/")),
  });
}
