"use client";

import type { Appointment } from "@odys/shared/booking/schema";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { type Refusal, useAppointmentActions } from "./use-appointment-actions.ts";

interface Props {
  appointment: Appointment;
  how: Refusal;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Rejecting and cancelling cannot be taken back, and the client reads the reason: so it is asked for. */
export function RefuseDialog({ appointment, how, open, onOpenChange }: Props) {
  const t = useTranslations(`dashboard.${how}`);
  const common = useTranslations("common");
  const { refuse, refusing } = useAppointmentActions();
  const [reason, setReason] = useState("");
  const send = () =>
    void refuse(how, appointment, reason.trim()).then(
      () => {
        setReason("");
        onOpenChange(false);
      },
      // The toast says why; what was typed stays for another try.
      () => undefined,
    );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title", { name: appointment.client.name })}
      description={t("text")}
      footer={
        <>
          <Button variant="secondary" onClick={() => onOpenChange(false)}>
            {common("back")}
          </Button>
          <Button variant="danger" busy={refusing && t("busy")} onClick={send}>
            {t("button")}
          </Button>
        </>
      }
    >
      <Field label={t("reason")} optional>
        <Textarea
          rows={3}
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </Field>
    </Dialog>
  );
}
