import { useTranslations } from "next-intl";
import { buttonClass } from "../../../ui/button-class.ts";
import { controlClass } from "../../../ui/control-class.ts";
import { PlainLink } from "../../../ui/plain-link.tsx";

interface Props {
  token: string;
  name: string;
  /** What was written before a refusal. */
  reason: string;
  /** Why the last attempt came to nothing, as a sentence. */
  problem: string | null;
  formKey: string;
  keepHref: string;
}

/** The question before it is off: a form as every browser knows it. */
export function CancelForm({ token, name, reason, problem, formKey, keepHref }: Props) {
  const t = useTranslations("manage.cancel");
  const common = useTranslations("common");
  return (
    <section
      aria-labelledby="cancel"
      className="rounded-lg border border-line bg-surface p-5 shadow-low"
    >
      <h2 id="cancel" className="text-lg font-semibold">
        {t("title")}
      </h2>
      <p className="mt-1 text-pretty text-ink-soft">{t("text", { name })}</p>
      <form method="post" action="/api/forms/cancel" className="mt-5 grid gap-4">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="key" value={formKey} />
        <label>
          <span className="mb-1.5 block text-sm font-medium">
            {t("reason")} <span className="font-normal text-ink-faint">({common("optional")})</span>
          </span>
          <textarea
            name="reason"
            rows={3}
            maxLength={500}
            defaultValue={reason}
            className={`${controlClass} min-h-24 py-2.5`}
          />
        </label>
        <div role="alert">{problem && <p className="text-bad">{problem}</p>}</div>
        <div className="grid gap-2">
          <button
            type="submit"
            className={buttonClass({ variant: "danger", size: "lg", wide: true })}
          >
            {t("submit")}
          </button>
          <PlainLink href={keepHref} className={buttonClass({ variant: "quiet", wide: true })}>
            {t("keep")}
          </PlainLink>
        </div>
      </form>
    </section>
  );
}
