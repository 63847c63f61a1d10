"use client";

import { BellOff, MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { DateText } from "../../../ui/when-text.tsx";
import { useSentence } from "../../accounts/problem.ts";

interface Props {
  clientId: string;
  zone: string;
  now: string;
}

/** Whether the client wants messages on WhatsApp, who said so and when. What they took back, only they give again. */
export function ClientConsent({ clientId, zone, now }: Props) {
  const t = useTranslations("clients.consent");
  const common = useTranslations("common");
  const notify = useNotify();
  const sentence = useSentence();
  const utils = api.useUtils();
  const query = api.messaging.getConsent.useQuery({ clientId });
  const change = api.messaging.setConsent.useMutation({
    onSuccess: (saved) => utils.messaging.getConsent.setData({ clientId }, saved),
    onError: (error) => notify.failed(sentence(error)),
    onSettled: () => utils.messaging.invalidate(),
  });
  if (!query.data) return null;
  const word = query.data.items.find(({ channel }) => channel === "whatsapp");
  const granted = word?.granted ?? true;
  const theirs = word?.source === "client" && !granted;
  const Icon = granted ? MessageCircle : BellOff;
  return (
    <section
      aria-label={t("title")}
      className="mb-6 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line px-4 py-2"
    >
      <Icon aria-hidden className={granted ? "size-5 text-ink-faint" : "size-5 text-late"} />
      <p className="min-w-0 flex-1 basis-52">
        {t(granted ? "wants" : "refuses")}
        <span className="block text-sm text-ink-soft">
          {word ? <Source word={word} zone={zone} now={now} /> : t("nothingSaid")}
        </span>
      </p>
      {!theirs && (
        <Button
          variant="quiet"
          size="sm"
          busy={change.isPending && common("saving")}
          onClick={() => change.mutate({ clientId, channel: "whatsapp", granted: !granted })}
        >
          {t(granted ? "refuse" : "grant")}
        </Button>
      )}
    </section>
  );
}

/** Who said it, and when. */
interface Word {
  source: "client" | "professional" | "provider";
  at: string;
}

function Source({ word, zone, now }: { word: Word } & Pick<Props, "zone" | "now">) {
  const t = useTranslations("clients.consent.source");
  return (
    <>
      {t(word.source)}, <DateText at={word.at} zone={zone} now={now} />
    </>
  );
}
