import type { ReactNode } from "react";
import { SignOutButton } from "../../features/accounts/sign-out-button.tsx";
import { ClientMessages } from "../../i18n/client-messages.tsx";
import { TRPCProvider } from "../../trpc/client.tsx";
import { Toaster } from "../../ui/toast.tsx";
import { PublicPage } from "../public-page.tsx";

export default function OnboardingLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages
      rooms={[
        "auth",
        "onboarding",
        "settings",
        "professions",
        "professionGroups",
        "professionWords",
      ]}
    >
      <TRPCProvider>
        <PublicPage actions={<SignOutButton variant="quiet" />}>{children}</PublicPage>
        <Toaster />
      </TRPCProvider>
    </ClientMessages>
  );
}
