import { caller } from "@/trpc/caller.ts";

// The appointment as it is now.
export const dynamic = "force-dynamic";

/** The appointment as a file for calendars (RFC 5545), for the bearer of its link. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  try {
    const { content } = await caller.booking.getCalendarFile({ token });
    return new Response(content, {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'attachment; filename="odys.ics"',
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const known = code === "NOT_FOUND" || code === "BAD_REQUEST" || code === "PRECONDITION_FAILED";
    if (!known && code !== "TOO_MANY_REQUESTS") throw error;
    return new Response(null, { status: known ? 404 : 429, headers: { "retry-after": "60" } });
  }
}
