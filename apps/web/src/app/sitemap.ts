import type { MetadataRoute } from "next";
import { getContainer } from "../server/container.ts";

// The address is that of the environment, which a build does not know.
export const dynamic = "force-dynamic";

/**
 * The house's own pages. Practices are not listed: whether theirs may be found by strangers is for each
 * of them to say.
 */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { origin } = (await getContainer()).services.settings;
  return [
    { url: `${origin}/`, changeFrequency: "monthly", priority: 1 },
    { url: `${origin}/sign-up`, changeFrequency: "yearly", priority: 0.5 },
  ];
}
