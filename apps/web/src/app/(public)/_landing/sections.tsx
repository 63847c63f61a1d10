import { useTranslations } from "next-intl";
import { ButtonLink } from "../../../ui/button-link.tsx";

const AUDIENCE = [
  "psychologists",
  "trainers",
  "hairdressers",
  "nutritionists",
  "tutors",
  "physiotherapists",
  "manicurists",
  "coaches",
] as const;

/** Section headlines of the landing page. */
export const headline =
  "font-display text-[2rem] leading-[1.1] font-bold tracking-[-0.02em] sm:text-[2.5rem]";

export function Audience() {
  const t = useTranslations("landing.audience");
  return (
    <section className="border-y border-line bg-sunken">
      <div className="container-page grid gap-x-14 gap-y-6 py-14 lg:grid-cols-2 lg:items-center">
        <div>
          <h2 className={headline}>{t("title")}</h2>
          <p className="mt-4 max-w-[52ch] text-lg text-ink-soft">{t("text")}</p>
        </div>
        <ul className="flex flex-wrap gap-2">
          {AUDIENCE.map((who) => (
            <li key={who} className="rounded-full border border-line bg-surface px-4 py-2">
              {t(`list.${who}`)}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

const STEPS = ["one", "two", "three"] as const;

export function How() {
  const t = useTranslations("landing.how");
  return (
    <section id="how" className="container-page py-20 lg:py-28">
      <h2 className={headline}>{t("title")}</h2>
      <ol className="mt-10 grid gap-10 md:grid-cols-3 md:gap-8">
        {STEPS.map((step, index) => (
          <li key={step} className="border-t-2 border-action pt-5">
            <p aria-hidden className="font-display text-4xl font-bold text-action-ink">
              {index + 1}
            </p>
            <h3 className="mt-3 text-xl font-semibold">{t(`${step}.title`)}</h3>
            <p className="mt-2 text-ink-soft">{t(`${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Closing() {
  const t = useTranslations("landing");
  return (
    <section className="container-page pb-20">
      <div className="rounded-xl bg-band px-6 py-14 text-center text-on-band sm:px-12 sm:py-20">
        <h2 className={headline}>{t("closing.title")}</h2>
        <p className="mx-auto mt-4 max-w-[46ch] text-lg">{t("closing.text")}</p>
        <ButtonLink
          href="/sign-up"
          size="lg"
          className="mt-8 bg-on-band text-band hover:bg-on-band hover:underline focus-visible:outline-on-band"
        >
          {t("hero.primary")}
        </ButtonLink>
      </div>
    </section>
  );
}
