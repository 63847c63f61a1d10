"use client";

import type { Appointment } from "@odys/shared/booking/schema";
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
  const settled = {
    onError: (error: unknown) => notify.failed(sentence(error)),
    onSettled: async () => {
      await Promise.all([
        utils.booking.listAppointments.invalidate(),
        utils.messaging.invalidate(),
      ]);
    },
  };
  const confirm = api.booking.confirm.useMutation({
    ...settled,
    onSuccess: ({ client }) => notify.done(t("confirmed", { name: client.name })),
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
    /** Which appointment is being confirmed at the moment. */
    confirming: confirm.isPending ? confirm.variables.id : null,
    refusing: reject.isPending || cancel.isPending,
  };
}
