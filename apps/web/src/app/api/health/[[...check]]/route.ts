export { door as GET } from "@/server/route.ts";

// Answers depend on who asks and when.
export const dynamic = "force-dynamic";
