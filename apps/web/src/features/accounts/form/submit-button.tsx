"use client";

import type { ComponentProps } from "react";
import { Button } from "../../../ui/button.tsx";
import { useHydrated } from "./use-hydrated.ts";

/** Sends the form around it, once there is a script that can. */
export function SubmitButton(props: Omit<ComponentProps<typeof Button>, "type">) {
  const hydrated = useHydrated();
  return <Button {...props} type="submit" disabled={props.disabled || !hydrated} />;
}
