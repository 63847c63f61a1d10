import type { MetadataRoute } from "next";
import { getContainer } from "../server/container.ts";

// The address is that of the environment, which a build does not know.
export const dynamic = "force-dynamic";

/** Public pages may be found; what needs a person or a secret link is nobody's to read. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  const { origin } = (await getContainer()).services.settings;
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/api/", "/admin", "/dashboard", "/onboarding", "/m/", "/confirm/", "/dev/"],
    },
    sitemap: `${origin}/sitemap.xml`,
  };
}
