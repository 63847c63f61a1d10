import { mergeRouters } from "../../trpc/init.ts";
import { peopleRouter } from "./people-router.ts";
import { platformRouter } from "./platform-router.ts";

export const adminRouter = mergeRouters(peopleRouter, platformRouter);
