"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSentence } from "../../accounts/problem.ts";
import { useSignOut } from "../../accounts/use-sign-out.ts";
import { MenuItem } from "../../../ui/dropdown-menu.tsx";
import { ProfileMenu } from "../../../ui/shell/profile-menu.tsx";
import type { Theme } from "../../../ui/theme.ts";
import { useNotify } from "../../../ui/toast.tsx";

interface Props {
  name: string;
  theme: Theme;
  localeCookie: string;
  compact?: boolean;
}

/** Who is signed in as somebody's client, and the way out. */
export function ClientMenu(props: Props) {
  const t = useTranslations("common");
  const notify = useNotify();
  const sentence = useSentence();
  const signOut = useSignOut();
  return (
    <ProfileMenu {...props}>
      <MenuItem
        onSelect={(event) => {
          event.preventDefault();
          signOut.mutate({}, { onError: (error) => notify.failed(sentence(error)) });
        }}
      >
        <LogOut aria-hidden />
        {signOut.isPending ? t("signingOut") : t("signOut")}
      </MenuItem>
    </ProfileMenu>
  );
}
