import type { Locale } from "@odys/shared/kernel/wire";
import en from "../messages/en.json" with { type: "json" };
import ptBR from "../messages/pt-BR.json" with { type: "json" };

export type Messages = typeof ptBR;
export type Room = keyof Messages;

/** Every language has every message of the first: a missing key does not compile. */
export const MESSAGES: Record<Locale, Messages> = { "pt-BR": ptBR, en };
