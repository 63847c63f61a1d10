"use client";

import { Archive, Plus, Search, UserRoundSearch, Users, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Input } from "../../../ui/input.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { EmptyState, ErrorState } from "../../../ui/states.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { ClientRows, ClientRowsSkeleton } from "./client-rows.tsx";
import { ClientSheet } from "./client-sheet.tsx";
import { Duplicates } from "./duplicates.tsx";
import { MoreRows } from "./more-rows.tsx";
import { useListState } from "./use-list-state.ts";

const BY_THE_THUMB =
  "max-md:fixed max-md:right-4 max-md:bottom-[calc(4.75rem+env(safe-area-inset-bottom))] max-md:z-20 max-md:shadow-float";

interface Props {
  /** Zone in which appointments are read. */
  zone: string;
  now: string;
}

/** Everybody whom the practice serves, by letter; found while one types. What is looked for stands in the address. */
export function ClientList({ zone, now }: Props) {
  const t = useTranslations("clients");
  const common = useTranslations("common");
  const sentence = useSentence();
  const { query, archived, setQuery, setArchived } = useListState();
  // What is typed shows at once; the list follows when it can.
  const asked = useDeferredValue(query.trim());
  const [adding, setAdding] = useState(false);
  const list = api.clients.list.useInfiniteQuery(
    { query: asked, archived },
    {
      getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
      placeholderData: (before) => before,
    },
  );
  const people = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const nobody = list.isSuccess && people.length === 0;
  const fresh = nobody && asked === "" && !archived;

  return (
    <>
      <PageHeader
        title={archived ? t("archivedTitle") : t("title")}
        text={archived ? t("archivedText") : undefined}
        actions={
          !fresh &&
          !archived && (
            <Button onClick={() => setAdding(true)} className={BY_THE_THUMB}>
              <Plus aria-hidden />
              {t("add")}
            </Button>
          )
        }
      />
      {!fresh && <SearchField value={query} onChange={setQuery} />}
      {!archived && asked === "" && <Duplicates />}
      {list.isPending && <ClientRowsSkeleton />}
      {list.isError && (
        <ErrorState
          title={t("failed")}
          text={sentence(list.error)}
          action={<Button onClick={() => void list.refetch()}>{common("retry")}</Button>}
        />
      )}
      {fresh && (
        <EmptyState
          icon={<Users />}
          title={t("empty")}
          text={t("emptyText")}
          action={
            <Button onClick={() => setAdding(true)}>
              <Plus aria-hidden />
              {t("add")}
            </Button>
          }
          className="rounded-lg border border-dashed border-line-strong"
        />
      )}
      {nobody && !fresh && (
        <EmptyState
          icon={asked ? <UserRoundSearch /> : <Archive />}
          title={asked ? t("notFound", { query: asked }) : t("archivedEmpty")}
          text={asked ? t("notFoundText") : undefined}
        />
      )}
      <output className="sr-only">
        {list.isSuccess && asked !== "" && t("found", { count: people.length })}
      </output>
      <ClientRows people={people} zone={zone} now={now} />
      <MoreRows list={list} />
      {list.isSuccess && (
        <div className="mt-8 flex justify-center">
          <Button variant="quiet" onClick={() => setArchived(!archived)}>
            {archived ? t("showActive") : t("showArchived")}
          </Button>
        </div>
      )}
      {adding && <ClientSheet client={null} onClose={() => setAdding(false)} />}
    </>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations("clients");
  return (
    <search className="relative mb-6 block">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-3 left-3 size-5 text-ink-faint"
      />
      <Input
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        aria-label={t("search")}
        placeholder={t("searchHint")}
        value={value}
        maxLength={100}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="px-11 [&::-webkit-search-cancel-button]:hidden"
      />
      {value !== "" && (
        <IconButton
          label={t("clear")}
          icon={<X aria-hidden />}
          onClick={() => onChange("")}
          className="absolute top-0 right-0"
        />
      )}
    </search>
  );
}
