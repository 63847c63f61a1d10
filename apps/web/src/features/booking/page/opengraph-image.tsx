import type { BookingPage } from "@odys/shared/booking/schema";
import { ImageResponse } from "next/og";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { MESSAGES } from "../../../i18n/messages.ts";
import { SOCIAL_IMAGE } from "./structured-data.ts";
import { initials } from "../../../ui/avatar.tsx";

/** The light values of `ui/tokens.css`: a picture knows no theme. */
const COLORS = {
  paper: "#f8f5ef",
  ink: "#1c211e",
  inkSoft: "#535a54",
  action: "#0d5158",
  onAction: "#fffdf9",
  actionSoft: "#e0edea",
};

/** Pictures that were drawn, by what they show: drawing one costs a tenth of a second of a core. */
const drawn = new Map<string, Promise<ArrayBuffer>>();
const MOST = 100;

/** What a link to a booking page looks like where it is shared: who it is, in the page's own language. PNG. */
export function socialImage(page: BookingPage): Promise<ArrayBuffer> {
  const { slug, name, profession, locale } = page;
  const key = JSON.stringify([slug, name, profession, locale]);
  let picture = drawn.get(key);
  if (!picture) {
    const [oldest] = drawn.keys();
    if (drawn.size >= MOST && oldest !== undefined) drawn.delete(oldest);
    drawn.set(key, (picture = draw(page)));
    picture.catch(() => drawn.delete(key));
  }
  return picture;
}

async function draw({ name, profession, locale }: BookingPage): Promise<ArrayBuffer> {
  const words = MESSAGES[locale];
  const call = words.booking.meta.title.replace("{name}", name);
  const image = (
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        padding: "72px 80px",
        background: COLORS.paper,
        color: COLORS.ink,
        fontFamily: "Inter",
      }}
    >
      <div style={{ display: "flex", alignItems: "center", gap: 48 }}>
        <div
          style={{
            display: "flex",
            alignItems: "center",
            justifyContent: "center",
            width: 200,
            height: 200,
            flexShrink: 0,
            borderRadius: 200,
            background: COLORS.actionSoft,
            color: COLORS.action,
            fontSize: 84,
            fontFamily: "Bricolage",
          }}
        >
          {initials(name)}
        </div>
        <div style={{ display: "flex", flexDirection: "column", gap: 12, maxWidth: 780 }}>
          <div
            style={{
              fontFamily: "Bricolage",
              fontSize: name.length > 28 ? 64 : 84,
              lineHeight: 1.05,
              lineClamp: 3,
              display: "block",
            }}
          >
            {name}
          </div>
          <div style={{ fontSize: 40, color: COLORS.inkSoft }}>{words.professions[profession]}</div>
        </div>
      </div>
      <div style={{ display: "flex", alignItems: "center", justifyContent: "space-between" }}>
        <div
          style={{
            display: "block",
            lineClamp: 1,
            maxWidth: 780,
            padding: "22px 36px",
            borderRadius: 20,
            background: COLORS.action,
            color: COLORS.onAction,
            fontSize: 36,
          }}
        >
          {call}
        </div>
        <div style={{ display: "flex", fontFamily: "Bricolage", fontSize: 44 }}>Odys</div>
      </div>
    </div>
  );
  return new ImageResponse(image, { ...SOCIAL_IMAGE, fonts: await fonts() }).arrayBuffer();
}

let loaded:
  | Promise<{ name: string; data: Buffer; weight: 500 | 700; style: "normal" }[]>
  | undefined;

/** The typefaces as files that the drawing library reads; letters of both Latin sets. */
function fonts() {
  const file = async (name: string, family: string, weight: 500 | 700, set: string) => ({
    name,
    weight,
    style: "normal" as const,
    data: await readFile(
      join(
        process.cwd(),
        `node_modules/@fontsource/${family}/files/${family}-${set}-${weight}-normal.woff`,
      ),
    ),
  });
  return (loaded ??= Promise.all([
    file("Bricolage", "bricolage-grotesque", 700, "latin"),
    file("Bricolage", "bricolage-grotesque", 700, "latin-ext"),
    file("Inter", "inter", 500, "latin"),
    file("Inter", "inter", 500, "latin-ext"),
  ]));
}
