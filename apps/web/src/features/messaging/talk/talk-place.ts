import type { Audience } from "@odys/shared/messaging/delivery";

/** On which side the reader stands, and under which path their conversations are. */
export interface TalkPlace {
  side: Audience;
  base: "/dashboard/messages" | "/c/messages";
}

/** The page of one conversation. */
export function threadPath({ base }: TalkPlace, clientId: string): string {
  return `${base}/${clientId}`;
}
