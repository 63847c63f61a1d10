import type { CalendarFeed, FeedSide } from "@odys/shared/booking/calendar-schema";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { useNotify } from "../../../ui/toast.tsx";

/** What changes the address; its answer is what is shown from then on, and a refusal is told. */
export function useFeedWrites(side: FeedSide) {
  const notify = useNotify();
  const sentence = useSentence();
  const utils = api.useUtils();
  const told = {
    onSuccess: (feed: CalendarFeed) => utils.booking.getCalendarFeed.setData({ side }, feed),
    onError: (error: unknown) => notify.failed(sentence(error)),
  };
  return {
    renew: api.booking.renewCalendarFeed.useMutation(told),
    close: api.booking.closeCalendarFeed.useMutation(told),
  };
}
