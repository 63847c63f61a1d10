import { makeToggle } from "../../../ui/toggle.ts";

/** The palette: open or not. */
export const palette = makeToggle();
