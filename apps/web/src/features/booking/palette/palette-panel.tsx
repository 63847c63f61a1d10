"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FIT, rank } from "../../../ui/palette/match.ts";
import { Palette } from "../../../ui/palette/palette.tsx";
import { type Command, type Place, useActions, usePages } from "./commands.tsx";
import { readRecent, rememberRecent } from "./recent.ts";
import { usePeople, usePerson } from "./use-people.tsx";

/** One field that finds people, pages and what can be done. Mounted is open. */
export default function PalettePanel({ place, onClose }: { place: Place; onClose: () => void }) {
  const t = useTranslations("palette");
  const [typed, setTyped] = useState("");
  const { groups, waiting } = useGroups(place, typed);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const choose = (command: Command) => {
    rememberRecent(place.slug, command);
    onClose();
    command.run();
  };
  return (
    <Palette
      title={t("title")}
      placeholder={t("placeholder")}
      query={typed}
      onQuery={setTyped}
      groups={groups}
      onChoose={choose}
      onClose={onClose}
      busy={waiting}
      nothing={waiting ? t("searching") : t("nothing", { query: typed.trim() })}
      found={waiting ? "" : t("found", { count })}
      hints={{ choose: t("hint.choose"), move: t("hint.move") }}
    />
  );
}

function useGroups(place: Place, typed: string) {
  const t = useTranslations("palette");
  const pages = usePages(place);
  const actions = useActions(place);
  const recent = useRecent(place.slug, [...pages, ...actions]);
  const { people, waiting } = usePeople(typed);
  const named = (id: "recent" | "people" | "pages" | "actions", items: Command[]) => ({
    id,
    label: t(id),
    items,
  });
  if (typed.trim() === "") {
    const shown = new Set(recent.map(({ id }) => id));
    const rest = (items: Command[]) => items.filter(({ id }) => !shown.has(id));
    const groups = [
      named("recent", recent),
      named("pages", rest(pages)),
      named("actions", rest(actions)),
    ];
    return { groups, waiting };
  }
  // What fits less well stands below the people and waits for them: nothing moves under a finger
  // that is on its way to Enter.
  const sure = rank(typed, pages, FIT.words).length + rank(typed, actions, FIT.words).length > 0;
  const least = sure ? FIT.words : FIT.letters;
  const own = [
    named("pages", rank(typed, pages, least)),
    named("actions", rank(typed, actions, least)),
  ];
  const found = named("people", people);
  const groups = sure ? [...own, found] : waiting ? [] : [found, ...own];
  return { groups, waiting };
}

/** What was chosen before and still is there, the last first. */
function useRecent(slug: string, known: readonly Command[]): Command[] {
  const person = usePerson();
  const [kept] = useState(() => readRecent(slug));
  return kept.flatMap(({ id, label }) => {
    const command = known.find((one) => one.id === id);
    if (command) return [command];
    const client = /^client\.(.+)$/.exec(id)?.[1];
    return client === undefined ? [] : [person({ id: client, name: label })];
  });
}
