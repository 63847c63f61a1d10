export { door as POST } from "@/server/route.ts";

// Answers depend on who asks and when.
export const dynamic = "force-dynamic";
