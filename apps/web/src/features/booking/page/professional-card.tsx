import type { BookingPage } from "@odys/shared/booking/schema";
import { useTranslations } from "next-intl";
import { Avatar } from "../../../ui/avatar.tsx";

/** Who one books with. On a phone it makes room for the confirmation, which says the name itself. */
export function ProfessionalCard({ page }: { page: BookingPage }) {
  const t = useTranslations("professions");
  return (
    <header className="group-has-[[data-booked]]/page:max-lg:hidden lg:sticky lg:top-6 lg:self-start">
      <div className="flex items-center gap-4 lg:flex-col lg:items-start">
        {page.avatarUrl === null ? (
          <Avatar name={page.name} size="lg" />
        ) : (
          // oxlint-disable-next-line next/no-img-element -- drawn in its size already, and of this origin
          <img
            src={page.avatarUrl}
            alt=""
            width={64}
            height={64}
            className="size-16 shrink-0 rounded-full object-cover"
          />
        )}
        <div className="min-w-0">
          <h1 className="font-display text-2xl leading-tight font-bold tracking-tight text-balance lg:text-3xl">
            {page.name}
          </h1>
          <p className="text-ink-soft">{t(page.profession)}</p>
        </div>
      </div>
      {page.bio && (
        <p className="mt-4 max-w-[65ch] text-[0.9375rem] whitespace-pre-line text-pretty text-ink-soft group-has-[[data-chosen]]/page:max-lg:hidden">
          {page.bio}
        </p>
      )}
    </header>
  );
}
