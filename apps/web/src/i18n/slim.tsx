"use client";

import type {
  Locale,
  MessageKeys,
  Messages,
  NamespaceKeys,
  NestedKeyOf,
  NestedValueOf,
} from "next-intl";
import { createContext, use, useMemo, type ReactNode } from "react";
import { fillIn, type Values } from "./fill-in.ts";

/**
 * next-intl's hooks, as far as public pages need them, in a twentieth of their weight: the same names,
 * the same keys checked by the same types, plain text only.
 */
type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;
type Key<N extends Namespace> = MessageKeys<
  NestedValueOf<Messages, N>,
  NestedKeyOf<NestedValueOf<Messages, N>>
>;

interface Dictionary {
  locale: Locale;
  messages: Partial<Messages>;
}
const DictionaryContext = createContext<Dictionary>({ locale: "pt-BR", messages: {} });

/** Adds the messages of some rooms to those that are known already. */
export function SlimProvider({ locale, messages, children }: Dictionary & { children: ReactNode }) {
  const outer = use(DictionaryContext);
  const value = useMemo(
    () => ({ locale, messages: { ...outer.messages, ...messages } }),
    [locale, messages, outer],
  );
  return <DictionaryContext value={value}>{children}</DictionaryContext>;
}

export function useLocale(): Locale {
  return use(DictionaryContext).locale;
}

/** `t(key, values)` of a namespace. A key that is missing stands for itself. */
export function useTranslations<N extends Namespace>(
  namespace: N,
): (key: Key<N>, values?: Values) => string {
  const { locale, messages } = use(DictionaryContext);
  return useMemo(() => {
    const within = at(messages, namespace);
    return (key, values = {}) => {
      const text = at(within, key);
      return typeof text === "string" ? fillIn(text, values, locale) : `${namespace}.${key}`;
    };
  }, [messages, namespace, locale]);
}

function at(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined,
      value,
    );
}
