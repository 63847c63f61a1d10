import type { GuestCheck } from "@odys/shared/booking/guest-schema";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConfirmGuest } from "../../../../features/booking/guest/confirm-guest.tsx";
import { SlimMessages } from "../../../../i18n/slim-messages.tsx";
import { caller } from "../../../../trpc/caller.ts";
import { PublicPage } from "../../../public-page.tsx";

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("guest");
  // The address is a secret: no page that is left for another one hears of it.
  return { title: t("meta"), referrer: "no-referrer", robots: { index: false, follow: false } };
}

/** Where the link in a guest's mail leads. Looking changes nothing: the button does. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const [{ token }, { problem }] = await Promise.all([params, searchParams]);
  const check = await readCheck(token);
  return (
    <PublicPage>
      <div className="container-page pb-20">
        <SlimMessages rooms={["booking"]}>
          <ConfirmGuest {...{ token, check }} problem={[problem].flat()[0]} />
        </SlimMessages>
      </div>
    </PublicPage>
  );
}

async function readCheck(token: string): Promise<GuestCheck> {
  try {
    return await caller.booking.getGuestCheck({ token });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "NOT_FOUND" || code === "BAD_REQUEST") notFound();
    throw error;
  }
}
