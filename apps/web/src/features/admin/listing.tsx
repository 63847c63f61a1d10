import { ListFilter, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "../../ui/button-class.ts";
import { EmptyState } from "../../ui/states.tsx";
import { addressOf } from "./address.ts";

interface Props {
  path: string;
  asked: Record<string, string>;
  /** Null when the filters made no sense. */
  page: { items: readonly unknown[]; nextCursor: string | null } | null;
  /** What it says when there is nothing at all. */
  empty: string;
  children: ReactNode;
}

/** A page of a list with the ways to the older ones and back, or why there is none. */
export function Listing({ path, asked, page, empty, children }: Props) {
  const t = useTranslations("admin.list");
  const { cursor, ...filters } = asked;
  const filtered = Object.keys(filters).length > 0;
  if (page === null)
    return <EmptyState icon={<ListFilter />} title={t("invalid")} text={t("invalidText")} />;
  if (page.items.length === 0)
    return (
      <EmptyState
        icon={<SearchX />}
        title={filtered || cursor ? t("none") : empty}
        text={filtered ? t("noneText") : undefined}
      />
    );
  return (
    <>
      {children}
      {(cursor || page.nextCursor) && (
        <nav aria-label={t("pages")} className="mt-4 flex justify-between gap-2">
          {cursor ? (
            <Link
              href={addressOf(path, filters, {})}
              className={buttonClass({ variant: "quiet", size: "sm" })}
            >
              {t("newest")}
            </Link>
          ) : (
            <span />
          )}
          {page.nextCursor && (
            <Link
              href={addressOf(path, filters, { cursor: page.nextCursor })}
              className={buttonClass({ variant: "secondary", size: "sm" })}
            >
              {t("older")}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

/** A link in a table: to a detail, which is fetched when somebody asks for it and not before. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="font-medium text-action-ink underline-offset-4 hover:underline max-md:-my-2.5 max-md:inline-flex max-md:min-h-11 max-md:items-center"
    >
      {children}
    </Link>
  );
}

/** An id, short; whole as a tooltip and when it is copied. */
export function ShortId({ id }: { id: string }) {
  return (
    <code title={id} className="text-[0.8125rem] whitespace-nowrap text-ink-soft">
      {id.length > 12 ? `…${id.slice(-8)}` : id}
    </code>
  );
}
