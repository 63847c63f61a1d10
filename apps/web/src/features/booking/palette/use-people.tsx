"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { Avatar } from "../../../ui/avatar.tsx";
import { maskPhone } from "../../../ui/phone-mask.ts";
import type { Command } from "./commands.tsx";

/** Somebody types a name in about this time from letter to letter. */
const PAUSE_MS = 160;
const MOST = 6;

/** The text as it was when it last stood still for a moment. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What goes to the page of a client. */
export function usePerson(): (person: { id: string; name: string }) => Command {
  const router = useRouter();
  return ({ id, name }) => ({
    id: `client.${id}`,
    label: name,
    icon: <Avatar name={name} size="sm" className="size-7" />,
    run: () => router.push(`/dashboard/clients/${encodeURIComponent(id)}`),
  });
}

/** Clients who fit what is typed, as the client list finds them; `waiting` until they are there. */
export function usePeople(typed: string): { people: Command[]; waiting: boolean } {
  const asked = useSettled(typed.trim());
  const person = usePerson();
  const found = api.clients.list.useQuery(
    { query: asked, limit: MOST },
    { enabled: asked !== "", staleTime: 30_000 },
  );
  if (typed.trim() === "") return { people: [], waiting: false };
  const current = asked === typed.trim();
  const people = current ? (found.data?.items ?? []) : [];
  return {
    people: people.map((one) => ({ ...person(one), detail: maskPhone(one.phone) })),
    waiting: !current || found.isPending,
  };
}
