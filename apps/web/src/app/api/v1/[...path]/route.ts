export {
  door as GET,
  door as POST,
  door as PUT,
  door as PATCH,
  door as DELETE,
  door as OPTIONS,
} from "@/server/route.ts";

// Answers depend on who asks and when.
export const dynamic = "force-dynamic";
