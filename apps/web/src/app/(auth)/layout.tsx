import type { ReactNode } from "react";
import { ClientMessages } from "../../i18n/client-messages.tsx";
import { TRPCProvider } from "../../trpc/client.tsx";
import { PublicPage } from "../public-page.tsx";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <PublicPage>
      <ClientMessages rooms={["auth"]}>
        <TRPCProvider>{children}</TRPCProvider>
      </ClientMessages>
    </PublicPage>
  );
}
