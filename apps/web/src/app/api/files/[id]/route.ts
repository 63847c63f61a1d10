export { door as GET } from "@/server/route.ts";

// What is shown may be taken away at any time.
export const dynamic = "force-dynamic";
