"use client";

import { CircleAlert } from "lucide-react";
import { createContext, use, useId, type ReactNode } from "react";
import { useTranslations } from "../i18n/slim.tsx";

interface FieldParts {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
}
const FieldContext = createContext<FieldParts | null>(null);

interface ControlProps {
  id?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: React.AriaAttributes["aria-invalid"] | undefined;
}

/** Ties a control to the label, hint and error of the field around it. */
export function useFieldControl(own: ControlProps = {}): ControlProps {
  const field = use(FieldContext);
  if (!field) return own;
  const described = [own["aria-describedby"], field.describedBy].filter(Boolean).join(" ");
  return {
    id: own.id ?? field.id,
    "aria-describedby": described === "" ? undefined : described,
    "aria-invalid": own["aria-invalid"] ?? (field.invalid || undefined),
  };
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence; its presence marks the control as invalid. */
  error?: string | undefined;
  optional?: boolean;
  /** Several controls under one label: a fieldset with its legend. */
  group?: boolean;
  /** The label is read aloud and not seen. */
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
}

export function Field(props: FieldProps) {
  const { label, hint, error, optional, group, hideLabel, className = "", children } = props;
  const t = useTranslations("common");
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(" ") || undefined;

  const labelClass = hideLabel ? "sr-only" : "mb-1.5 block text-sm font-medium text-ink";
  const labelText = (
    <>
      {label}
      {optional && <span className="font-normal text-ink-faint"> ({t("optional")})</span>}
    </>
  );
  const body = (
    <FieldContext
      value={{ id, describedBy: group ? undefined : describedBy, invalid: Boolean(error) }}
    >
      {group ? (
        <legend className={labelClass}>{labelText}</legend>
      ) : (
        <label htmlFor={id} className={labelClass}>
          {labelText}
        </label>
      )}
      {children}
      {hint && (
        <p id={hintId} className="mt-1.5 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      <FieldError id={errorId} text={error} />
    </FieldContext>
  );
  return group ? (
    <fieldset className={`min-w-0 ${className}`} aria-describedby={describedBy}>
      {body}
    </fieldset>
  ) : (
    <div className={`min-w-0 ${className}`}>{body}</div>
  );
}

function FieldError({ id, text }: { id: string | undefined; text: string | undefined }) {
  // The live region is there before its text, or screen readers miss the text.
  return (
    <div aria-live="polite">
      {text && (
        <p id={id} className="mt-1.5 flex items-start gap-1.5 text-sm font-medium text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {text}
        </p>
      )}
    </div>
  );
}
