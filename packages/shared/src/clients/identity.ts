/** What a client can be known by: a number in its variants, or WhatsApp's id for somebody without one. */
export const IDENTITY_KINDS = ["phone", "whatsapp"] as const;
