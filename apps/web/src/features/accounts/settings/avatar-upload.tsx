"use client";

import { ImageUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { Avatar } from "../../../ui/avatar.tsx";
import { Button } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/form/form-error.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { useSentence } from "../problem.ts";
import { type PictureProblem, sendPicture } from "./send-picture.ts";

type Sending = { preview: string; percent: number };

/** The picture of the practice: chosen, seen at once, sent with its progress, taken away. */
export function AvatarUpload() {
  const t = useTranslations("settings.avatar");
  const notify = useNotify();
  const router = useRouter();
  const utils = api.useUtils();
  const sentence = useSentence();
  const picker = useRef<HTMLInputElement>(null);
  const [profile] = api.accounts.getProfile.useSuspenseQuery();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<PictureProblem | null>(null);
  const refresh = async () => {
    await utils.accounts.invalidate();
    // The rail is drawn on the server.
    router.refresh();
  };
  const remove = api.accounts.removeAvatar.useMutation({
    onSuccess: async () => {
      await refresh();
      notify.done(t("removed"));
    },
    onError: (error) => notify.failed(sentence(error)),
  });
  const send = async (file: File) => {
    const preview = URL.createObjectURL(file);
    setProblem(null);
    setSending({ preview, percent: 0 });
    const refused = await sendPicture(file, (percent) => setSending({ preview, percent }));
    if (!refused) {
      await refresh();
      notify.done(t("saved"));
    }
    setProblem(refused);
    setSending(null);
    URL.revokeObjectURL(preview);
  };
  const working =
    sending && (sending.percent < 100 ? t("sending", { percent: sending.percent }) : t("drawing"));
  return (
    <fieldset className="mb-8">
      <legend className="mb-2 text-sm font-medium">{t("title")}</legend>
      <div className="flex flex-wrap items-center gap-4">
        <Avatar name={profile.name} picture={sending?.preview ?? profile.avatarUrl} size="lg" />
        <div className="flex flex-wrap gap-2">
          <Button
            variant="secondary"
            busy={working ?? false}
            onClick={() => picker.current?.click()}
          >
            <ImageUp aria-hidden />
            {profile.avatarUrl ? t("change") : t("choose")}
          </Button>
          {profile.avatarUrl && !sending && (
            <Button variant="quiet" disabled={remove.isPending} onClick={() => remove.mutate({})}>
              {t("remove")}
            </Button>
          )}
        </div>
        <input
          ref={picker}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          className="hidden"
          aria-label={t("choose")}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = "";
            if (file) void send(file);
          }}
        />
      </div>
      <p className="mt-2 text-sm text-ink-soft">{t("hint")}</p>
      <FormError>
        {problem &&
          (problem.kind === "other" ? sentence(problem.error) : t(`problem.${problem.kind}`))}
      </FormError>
    </fieldset>
  );
}
