import { notFound } from "next/navigation";
import { getNow } from "next-intl/server";
import { readEnv } from "../../../env.ts";
import { ClientMessages } from "../../../i18n/client-messages.tsx";
import { PublicPage } from "../../public-page.tsx";
import { Actions, Moments, Standing } from "./gallery.tsx";
import { FormSample } from "./form-sample.tsx";
import { Overlays } from "./overlays.tsx";

/** Every primitive on one page, for those who build with them. Not there in production. */
export default async function GalleryPage() {
  if (readEnv().NODE_ENV === "production") notFound();
  return (
    <PublicPage>
      <div lang="en" className="container-page grid max-w-3xl gap-14 py-10">
        <h1 className="font-display text-4xl font-bold">Primitives</h1>
        <ClientMessages>
          <Actions />
          <Standing />
          <FormSample />
          <Overlays />
          <Moments now={(await getNow()).toISOString()} />
        </ClientMessages>
      </div>
    </PublicPage>
  );
}
