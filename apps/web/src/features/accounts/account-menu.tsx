"use client";

import { Briefcase, Clock, ExternalLink, LogOut, Settings } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { forgetDevice } from "../../pwa/device.ts";
import { api } from "../../trpc/client.tsx";
import { MenuItem, MenuSeparator } from "../../ui/dropdown-menu.tsx";
import { ProfileMenu } from "../../ui/shell/profile-menu.tsx";
import type { Theme } from "../../ui/theme.ts";
import { useNotify } from "../../ui/toast.tsx";
import { useSentence } from "./problem.ts";

interface Props {
  name: string;
  slug: string;
  picture: string | null;
  theme: Theme;
  localeCookie: string;
  compact?: boolean;
}

/** Whose practice this is, its public page, its settings, and the way out. */
export function AccountMenu({ name, slug, picture, theme, localeCookie, compact = false }: Props) {
  const t = useTranslations("common");
  const notify = useNotify();
  const sentence = useSentence();
  const signOut = api.accounts.signOut.useMutation({
    // A whole new page: nothing that was asked for in this person's name stays in memory.
    onSuccess: () => forgetDevice().then(() => window.location.assign("/")),
    onError: (error) => notify.failed(sentence(error)),
  });
  return (
    <ProfileMenu
      name={name}
      picture={picture}
      detail={`/p/${slug}`}
      compact={compact}
      theme={theme}
      localeCookie={localeCookie}
    >
      {compact && (
        <>
          <MenuItem asChild>
            <Link href="/dashboard/services">
              <Briefcase aria-hidden />
              {t("nav.services")}
            </Link>
          </MenuItem>
          <MenuItem asChild>
            <Link href="/dashboard/hours">
              <Clock aria-hidden />
              {t("nav.hours")}
            </Link>
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      <MenuItem asChild>
        <Link href={`/p/${slug}`} target="_blank">
          <ExternalLink aria-hidden />
          {t("nav.publicPage")}
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href="/dashboard/settings">
          <Settings aria-hidden />
          {t("nav.settings")}
        </Link>
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        onSelect={(event) => {
          event.preventDefault();
          signOut.mutate({});
        }}
      >
        <LogOut aria-hidden />
        {signOut.isPending ? t("signingOut") : t("signOut")}
      </MenuItem>
    </ProfileMenu>
  );
}
