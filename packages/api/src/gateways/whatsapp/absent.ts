import type { WhatsAppGateway } from "./port.ts";

/** No WhatsApp: whoever is to be written to is reached by the next channel. */
export function createAbsentWhatsApp(): WhatsAppGateway {
  const detail = "not set up";
  return {
    driver: "none",
    deduplicates: true,
    send: async () => ({ outcome: "refused", reason: "no_whatsapp", detail }),
    connection: async () => ({ state: "unreachable", detail }),
    restart: async () => ({ ok: false, detail }),
    connect: async () => ({ ok: false, detail }),
  };
}
