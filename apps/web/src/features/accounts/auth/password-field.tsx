"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { type Control, type FieldPath, type FieldValues, useWatch } from "react-hook-form";
import { cn } from "../../../ui/cn.ts";
import { FormField } from "../../../ui/form/form-field.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Input } from "../../../ui/input.tsx";
import { PASSWORD_MIN, type Strength, strengthOf } from "./password-strength.ts";

interface Props<V extends FieldValues> {
  control: Control<V>;
  name: FieldPath<V>;
  label: string;
  /** A password that exists, or a new one, whose strength is told. */
  kind: "current" | "new";
  /** Name and e-mail: what a new password should not be made of. */
  about?: readonly string[];
  serverError?: string | undefined;
  onType?: () => void;
}

/** A password that can be looked at. */
export function PasswordField<V extends FieldValues>(props: Props<V>) {
  const { control, name, label, kind, about = [], serverError, onType } = props;
  const t = useTranslations("auth.password");
  const isNew = kind === "new";
  const typed = String(useWatch({ control, name }));
  return (
    <FormField
      control={control}
      name={name}
      label={label}
      hint={isNew && typed === "" ? t("hint") : undefined}
      serverError={serverError}
    >
      {({ onChange, ...field }) => (
        <>
          <Reveal
            {...field}
            onChange={(event) => {
              onType?.();
              onChange(event);
            }}
            autoComplete={isNew ? "new-password" : "current-password"}
          />
          {isNew && typed !== "" && (
            <Meter password={typed} strength={serverError ? "obvious" : strengthOf(typed, about)} />
          )}
        </>
      )}
    </FormField>
  );
}

function Reveal(props: ComponentProps<typeof Input>) {
  const t = useTranslations("common");
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input
        {...props}
        type={shown ? "text" : "password"}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        className="pr-12"
      />
      <IconButton
        className="absolute inset-y-0 right-0"
        label={shown ? t("hidePassword") : t("showPassword")}
        icon={shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        onClick={() => setShown(!shown)}
      />
    </div>
  );
}

const BARS: Record<Strength, number> = { obvious: 1, enough: 2, good: 3, strong: 4 };
const LOOK: Record<Strength, string> = {
  obvious: "bg-late",
  enough: "bg-waiting",
  good: "bg-good",
  strong: "bg-good",
};

function Meter({ password, strength }: { password: string; strength: Strength | null }) {
  const t = useTranslations("auth.password");
  const missing = PASSWORD_MIN - Array.from(password.normalize("NFC")).length;
  return (
    <div className="mt-2 flex items-center gap-3" aria-live="polite">
      <span aria-hidden className="flex w-24 gap-1">
        {[1, 2, 3, 4].map((bar) => (
          <span
            key={bar}
            className={cn(
              "h-1 flex-1 rounded-full bg-line",
              strength && bar <= BARS[strength] && LOOK[strength],
            )}
          />
        ))}
      </span>
      <span className="text-sm text-ink-soft">
        {strength ? t(strength) : t("missing", { count: missing })}
      </span>
    </div>
  );
}
