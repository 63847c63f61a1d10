import { socialImage } from "@/features/booking/page/opengraph-image.tsx";
import { caller } from "@/trpc/caller.ts";

// Drawn when it is first asked for.
export const dynamic = "force-dynamic";

/** The picture of a booking page, for whoever shows a preview of a link to it. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const page = await caller.booking.getPage({ slug }).catch(() => null);
  if (!page) return new Response(null, { status: 404 });
  return new Response(await socialImage(page), {
    headers: {
      "content-type": "image/png",
      "cache-control": "public, max-age=3600, stale-while-revalidate=86400",
    },
  });
}
