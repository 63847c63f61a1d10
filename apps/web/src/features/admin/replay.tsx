"use client";

import { RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { api } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { useNotify } from "../../ui/toast.tsx";
import { useSentence } from "../accounts/problem.ts";

function useReplayed() {
  const t = useTranslations("admin.replay");
  const router = useRouter();
  const notify = useNotify();
  const sentence = useSentence();
  return {
    onSuccess: ({ jobs }: { jobs: number }) => notify.done(t("done", { jobs })),
    onError: (error: unknown) => notify.failed(sentence(error)),
    onSettled: () => router.refresh(),
  };
}

/** Has one job done again. */
export function ReplayJob({ queue, id }: { queue: string; id: string }) {
  const t = useTranslations("admin.replay");
  const replay = api.admin.replayJob.useMutation(useReplayed());
  return (
    <Button
      variant="secondary"
      size="sm"
      busy={replay.isPending && t("running")}
      onClick={() => replay.mutate({ queue, id })}
    >
      <RotateCcw aria-hidden />
      {t("one")}
    </Button>
  );
}

/** Has every dead letter of a queue done again. */
export function ReplayDead({ queue, count }: { queue: string; count: number }) {
  const t = useTranslations("admin.replay");
  const replay = api.admin.replayDeadLetters.useMutation(useReplayed());
  return (
    <Button
      variant="secondary"
      size="sm"
      busy={replay.isPending && t("running")}
      onClick={() => replay.mutate({ queue })}
    >
      <RotateCcw aria-hidden />
      {t("all", { count })}
    </Button>
  );
}
