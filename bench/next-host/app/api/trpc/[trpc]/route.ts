import { createDoors } from "@odys/api/doors/index";
import { router } from "@odys/api/trpc/init";
import { connect } from "@odys/db/client";
import { benchRouter } from "../../../../../http/router.ts";
import { benchServices } from "../../../../../http/services.ts";

export const dynamic = "force-dynamic";

const doors = createDoors({
  appRouter: benchRouter,
  systemRouter: router({}),
  healthChecks: [],
});
const { db } = connect(process.env.BENCH_DATABASE_URL ?? "postgres://127.0.0.1/bench", { max: 10 });
const services = benchServices(db);

export async function GET(request: Request): Promise<Response> {
  const requestId = request.headers.get("x-request-id") ?? "bench-request-1";
  const answer = await doors.open(request, services, { ip: "127.0.0.1", requestId });
  return answer ?? new Response(null, { status: 404 });
}
