"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  useController,
  type Control,
  type ControllerRenderProps,
  type FieldPath,
  type FieldValues,
} from "react-hook-form";
import { Field } from "../field.tsx";
import { validationSentence } from "./field-error.ts";

interface Props<V extends FieldValues, N extends FieldPath<V>> {
  control: Control<V>;
  name: N;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  group?: boolean;
  hideLabel?: boolean;
  className?: string;
  /** An error that only the server could know; cleared by whoever sets it. */
  serverError?: string | undefined;
  children: (field: ControllerRenderProps<V, N>) => ReactNode;
}

/**
 * One field of a react-hook-form form: label, control, hint and the error as a sentence.
 * `<FormField control={form.control} name="email" label={…}>{(field) => <Input {...field} />}</FormField>`
 */
export function FormField<V extends FieldValues, N extends FieldPath<V>>(props: Props<V, N>) {
  const { control, name, serverError, children, ...rest } = props;
  const t = useTranslations("common.validation");
  const { field, fieldState } = useController({ control, name });
  const failed = fieldState.error
    ? t(validationSentence(fieldState.error, field.value))
    : undefined;
  return (
    <Field {...rest} error={failed ?? serverError}>
      {children(field)}
    </Field>
  );
}
