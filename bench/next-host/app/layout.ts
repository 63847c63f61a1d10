import { createElement, type ReactNode } from "react";

/** Next demands one; nothing is shown in it. */
export default function Layout({ children }: { children: ReactNode }) {
  return createElement("html", { lang: "en" }, createElement("body", null, children));
}
