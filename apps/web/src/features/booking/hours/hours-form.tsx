"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/form/form-error.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ErrorState } from "../../../ui/states.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { UnsavedGuard } from "../../../ui/unsaved-guard.tsx";
import { inOrder, isWeekSound, type WeekWindow } from "../../../ui/week-editor/week.ts";
import { WeekEditor } from "../../../ui/week-editor/week-editor.tsx";

/** The usual week: when people may book. */
export function HoursForm() {
  const t = useTranslations("hours");
  const common = useTranslations("common");
  const sentence = useSentence();
  const saved = api.booking.getAvailability.useQuery({});
  if (saved.isPending) return <Skeleton className="h-96 rounded-lg" />;
  if (saved.isError)
    return (
      <ErrorState
        title={t("failed")}
        text={sentence(saved.error)}
        action={<Button onClick={() => void saved.refetch()}>{common("retry")}</Button>}
      />
    );
  return <Week saved={saved.data.windows} />;
}

function Week({ saved }: { saved: WeekWindow[] }) {
  const t = useTranslations("hours");
  const common = useTranslations("common");
  const sentence = useSentence();
  const notify = useNotify();
  const utils = api.useUtils();
  const [draft, setDraft] = useState<WeekWindow[]>(saved);
  const [checked, setChecked] = useState(false);
  const put = api.booking.setAvailability.useMutation({
    onSuccess: (now) => {
      utils.booking.getAvailability.setData({}, now);
      setDraft(now.windows);
      notify.done(t("saved"), { undo: () => putBack.mutate({ windows: saved }) });
    },
  });
  const putBack = api.booking.setAvailability.useMutation({
    onSuccess: (now) => {
      utils.booking.getAvailability.setData({}, now);
      setDraft(now.windows);
    },
    onError: (error) => notify.failed(sentence(error)),
  });
  const sound = isWeekSound(draft);
  const changed = JSON.stringify(inOrder(draft)) !== JSON.stringify(inOrder(saved));
  const save = () => {
    setChecked(true);
    if (sound) put.mutate({ windows: inOrder(draft) });
  };
  return (
    <>
      <WeekEditor value={draft} onValueChange={setDraft} label={t("week.title")} />
      <UnsavedGuard when={changed && !put.isPending} />
      <div className="mt-4">
        <FormError>
          {put.isError && sentence(put.error)}
          {checked && !sound && t("unsound")}
        </FormError>
      </div>
      <p className="sr-only" aria-live="polite">
        {changed ? t("unsaved") : ""}
      </p>
      {changed && (
        <div className="rise sticky bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-20 mt-4 flex flex-wrap items-center justify-end gap-2 rounded-lg border border-line bg-surface p-2.5 shadow-float md:bottom-4">
          <p aria-hidden className="flex-1 pl-2 text-sm text-pretty text-ink-soft">
            {t("unsaved")}
          </p>
          <Button variant="quiet" className="px-3" onClick={() => setDraft(saved)}>
            {t("discard")}
          </Button>
          <Button busy={put.isPending && common("saving")} onClick={save}>
            {common("save")}
          </Button>
        </div>
      )}
    </>
  );
}
