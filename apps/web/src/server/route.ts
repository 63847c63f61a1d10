import { getContainer } from "./container.ts";

/** The doors as Next's route handlers: the same functions that the self-hosted server calls. */
export async function door(request: Request): Promise<Response> {
  return (await getContainer()).open(request);
}
