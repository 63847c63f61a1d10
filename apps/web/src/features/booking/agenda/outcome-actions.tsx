"use client";

import type { Appointment } from "@odys/shared/booking/schema";
import { Banknote, CircleCheck, RotateCcw, UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { useSentence } from "../../accounts/problem.ts";

/** What became of it, and whether it is paid: each said at once, and to be taken back. */
export function OutcomeActions({ appointment, now }: { appointment: Appointment; now: string }) {
  const t = useTranslations("calendar.outcome");
  const { complete, noShow, reopen, markPaid } = useOutcome(appointment);
  const { status, startsAt, price, paymentStatus } = appointment;
  const begun = status === "confirmed" && startsAt <= now;
  const ended = status === "completed" || status === "no_show";
  const paid = paymentStatus === "captured";
  const payable = price.amount > 0 && (status === "confirmed" || ended);
  if (!begun && !ended && !payable) return null;
  return (
    <div className="mb-5 flex flex-wrap gap-2">
      {begun && (
        <Button onClick={complete}>
          <CircleCheck aria-hidden />
          {t("complete")}
        </Button>
      )}
      {begun && (
        <Button variant="secondary" onClick={noShow}>
          <UserX aria-hidden />
          {t("noShow")}
        </Button>
      )}
      {payable && (paid || paymentStatus === "none") && (
        <Button variant="secondary" onClick={() => markPaid(!paid)}>
          <Banknote aria-hidden />
          {t(paid ? "unpaid" : "paid")}
        </Button>
      )}
      {ended && (
        <Button variant="quiet" onClick={reopen}>
          <RotateCcw aria-hidden />
          {t("reopen")}
        </Button>
      )}
    </div>
  );
}

function useOutcome({ id, client }: Appointment) {
  const t = useTranslations("calendar.outcome");
  const notify = useNotify();
  const sentence = useSentence();
  const utils = api.useUtils();
  const settled = {
    onError: (error: unknown) => notify.failed(sentence(error)),
    onSettled: () => utils.booking.invalidate(),
  };
  const reopen = api.booking.reopen.useMutation({
    ...settled,
    onSuccess: () => notify.done(t("reopened", { name: client.name })),
  });
  const undo = () => reopen.mutate({ id });
  const complete = api.booking.complete.useMutation({
    ...settled,
    onSuccess: () => notify.done(t("completed", { name: client.name }), { undo }),
  });
  const noShow = api.booking.markNoShow.useMutation({
    ...settled,
    onSuccess: () => notify.done(t("missed", { name: client.name }), { undo }),
  });
  const pay = api.booking.markPaid.useMutation({
    ...settled,
    onSuccess: (_, { paid = true }) =>
      notify.done(t(paid ? "isPaid" : "isUnpaid"), {
        undo: () => pay.mutate({ id, paid: !paid }),
      }),
  });
  return {
    complete: () => complete.mutate({ id }),
    noShow: () => noShow.mutate({ id }),
    reopen: undo,
    markPaid: (paid: boolean) => pay.mutate({ id, paid }),
  };
}
