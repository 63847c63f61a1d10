"use client";

import type { Appointment, AppointmentPage } from "@odys/shared/booking/schema";
import { useQueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { useNotify } from "../../../ui/toast.tsx";

export type Refusal = "reject" | "cancel";

/** What a professional does with an appointment. Every list that shows it is asked for again. */
export function useAppointmentActions() {
  const t = useTranslations("dashboard.toast");
  const notify = useNotify();
  const sentence = useSentence();
  const utils = api.useUtils();
  const lists = useLists();
  const onSettled = async () => {
    await Promise.all([utils.booking.invalidate(), utils.messaging.invalidate()]);
  };
  const settled = { onSettled, onError: (error: unknown) => notify.failed(sentence(error)) };
  const confirm = api.booking.confirm.useMutation({
    // The request has held its time all along, so hardly anything can come between: it is shown as
    // confirmed at once, and taken back if the server says otherwise.
    onMutate: ({ id }) => lists.show(id, "confirmed"),
    onSuccess: ({ client }) => notify.done(t("confirmed", { name: client.name })),
    onError: (error, _input, before) => {
      if (before) lists.putBack(before);
      settled.onError(error);
    },
    onSettled,
  });
  const reject = api.booking.reject.useMutation({
    ...settled,
    onSuccess: ({ client }) => notify.done(t("rejected", { name: client.name })),
  });
  const cancel = api.booking.cancel.useMutation({
    ...settled,
    onSuccess: () => notify.done(t("cancelled")),
  });
  return {
    confirm: ({ id }: Appointment) => confirm.mutate({ id }),
    refuse: (how: Refusal, { id }: Appointment, reason: string) =>
      how === "reject" ? reject.mutateAsync({ id, reason }) : cancel.mutateAsync({ id, reason }),
    refusing: reject.isPending || cancel.isPending,
  };
}

type Snapshot = [queryKey: readonly unknown[], page: AppointmentPage | undefined][];

/** The lists of appointments that this page keeps, whatever they were asked for. */
function useLists() {
  const client = useQueryClient();
  const queryKey = getQueryKey(api.booking.listAppointments);
  return {
    async show(id: string, status: Appointment["status"]): Promise<Snapshot> {
      await client.cancelQueries({ queryKey });
      const before: Snapshot = client.getQueriesData<AppointmentPage>({ queryKey });
      client.setQueriesData<AppointmentPage>({ queryKey }, (page) => {
        if (!page) return page;
        const items = page.items.map((item) => (item.id === id ? { ...item, status } : item));
        return { ...page, items };
      });
      return before;
    },
    putBack(before: Snapshot): void {
      for (const [key, page] of before) client.setQueryData(key, page);
    },
  };
}
