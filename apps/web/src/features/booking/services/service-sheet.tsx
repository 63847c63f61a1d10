"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type SaveServiceInput, saveServiceInput, type Service } from "@odys/shared/booking/schema";
import type { Currency } from "@odys/shared/kernel/money";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useForm } from "react-hook-form";
import type * as z from "zod";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { Sheet } from "../../../ui/dialog.tsx";
import { FormError } from "../../../ui/form/form-error.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { LeaveDialog } from "../../../ui/unsaved-guard.tsx";
import { ServiceFields } from "./service-fields.tsx";

export type ServiceForm = z.input<typeof saveServiceInput>;

interface Props {
  /** Null for a new one. */
  service: Service | null;
  currency: Currency;
  /** Whether the plan lets a booking be confirmed without anybody. */
  canAutomate: boolean;
  onClose: () => void;
}

const FRESH = {
  name: "",
  description: "",
  durationMinutes: 50,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 120,
  horizonDays: 60,
  confirmation: "manual",
  place: "in_person",
  placeDetail: "",
  color: "teal",
  reminderMinutes: null,
  questions: [],
} as const satisfies Omit<ServiceForm, "price">;

/** One service, to be filled in or changed; archiving can be undone. */
export function ServiceSheet({ service, currency, canAutomate, onClose }: Props) {
  const t = useTranslations("services");
  const common = useTranslations("common");
  const sentence = useSentence();
  const formId = useId();
  const { save, archive } = useSaveService(onClose);
  const [leaving, setLeaving] = useState(false);
  const form = useForm<ServiceForm, unknown, SaveServiceInput>({
    resolver: zodResolver(saveServiceInput),
    defaultValues: {
      ...(service ?? { ...FRESH, price: { amount: 0, currency } }),
      // What the plan does not do is not what is going on, whatever was once chosen.
      ...(canAutomate ? {} : { confirmation: "manual" as const }),
    },
  });
  const { isDirty } = form.formState;
  const close = () => (isDirty ? setLeaving(true) : onClose());
  return (
    <Sheet
      open
      onOpenChange={(open) => open || close()}
      title={service ? service.name : t("new")}
      footer={
        <>
          {service?.active && (
            <Button
              variant="danger"
              className="sm:mr-auto"
              busy={archive.isPending && t("archiving")}
              onClick={() => archive.mutate({ id: service.id })}
            >
              {t("archive")}
            </Button>
          )}
          <Button type="submit" form={formId} busy={save.isPending && common("saving")}>
            {service && !service.active ? t("restore") : common("save")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="grid gap-5"
        onSubmit={(event) =>
          void form.handleSubmit((input) => save.mutate({ ...input, active: true }))(event)
        }
      >
        <ServiceFields control={form.control} currency={currency} canAutomate={canAutomate} />
        <FormError>{save.isError && sentence(save.error)}</FormError>
      </form>
      <LeaveDialog open={leaving} onStay={() => setLeaving(false)} onLeave={onClose} />
    </Sheet>
  );
}

function useSaveService(onDone: () => void) {
  const t = useTranslations("services");
  const notify = useNotify();
  const sentence = useSentence();
  const utils = api.useUtils();
  const refresh = () => utils.booking.listServices.invalidate();
  const bringBack = api.booking.saveService.useMutation({
    onError: (error) => notify.failed(sentence(error)),
    onSettled: refresh,
  });
  const save = api.booking.saveService.useMutation({
    onSuccess: ({ name }) => {
      notify.done(t("saved", { name }));
      onDone();
    },
    onSettled: refresh,
  });
  const archive = api.booking.archiveService.useMutation({
    onSuccess: (service) => {
      notify.done(t("archivedToast", { name: service.name }), {
        undo: () => bringBack.mutate({ ...service, active: true }),
      });
      onDone();
    },
    onError: (error) => notify.failed(sentence(error)),
    onSettled: refresh,
  });
  return { save, archive };
}
