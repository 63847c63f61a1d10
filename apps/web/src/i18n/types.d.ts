import type { Locale as OdysLocale } from "@odys/shared/kernel/wire";
import type { Messages as OdysMessages } from "./messages.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: OdysLocale;
    Messages: OdysMessages;
  }
}
