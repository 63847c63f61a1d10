"use client";

import { MAX_QUESTIONS, QUESTION_KINDS } from "@odys/shared/booking/intake";
import { newId } from "@odys/shared/kernel/ids";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Controller, useFieldArray } from "react-hook-form";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { FormField } from "../../../ui/form/form-field.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Input } from "../../../ui/input.tsx";
import { Select } from "../../../ui/select.tsx";
import type { Fields } from "./service-fields.tsx";

/** What is asked of whoever books the service: a few questions, each answered in its own way. */
export function Questions({ control }: { control: Fields }) {
  const t = useTranslations("services.questions");
  const { fields, append, remove } = useFieldArray({ control, name: "questions", keyName: "key" });
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">{t("title")}</legend>
      <p className="mb-3 text-sm text-ink-soft">{t("hint")}</p>
      {fields.length > 0 && (
        <ol className="mb-3 grid gap-3">
          {fields.map(({ key }, index) => (
            <li key={key} className="rounded-md border border-line bg-surface p-3">
              <Question control={control} index={index} onRemove={() => remove(index)} />
            </li>
          ))}
        </ol>
      )}
      {fields.length < MAX_QUESTIONS && (
        <Button
          variant="secondary"
          size="sm"
          onClick={() => append({ id: newId(), label: "", kind: "line", required: false })}
        >
          <Plus aria-hidden />
          {t("add")}
        </Button>
      )}
    </fieldset>
  );
}

interface QuestionProps {
  control: Fields;
  index: number;
  onRemove: () => void;
}

function Question({ control, index, onRemove }: QuestionProps) {
  const t = useTranslations("services.questions");
  const number = index + 1;
  return (
    <>
      <div className="flex items-start gap-1">
        <FormField
          control={control}
          name={`questions.${index}.label`}
          label={t("label", { number })}
          className="flex-1"
        >
          {(field) => <Input {...field} maxLength={200} autoComplete="off" />}
        </FormField>
        <IconButton
          className="mt-[1.625rem] -mr-2"
          label={t("remove", { number })}
          icon={<Trash2 aria-hidden />}
          onClick={onRemove}
        />
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-4">
        <FormField
          control={control}
          name={`questions.${index}.kind`}
          label={t("kind", { number })}
          hideLabel
        >
          {(field) => (
            <Select {...field}>
              {QUESTION_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kinds.${kind}`)}
                </option>
              ))}
            </Select>
          )}
        </FormField>
        <Controller
          control={control}
          name={`questions.${index}.required`}
          render={({ field: { value, onChange, ...field } }) => (
            <Checkbox
              {...field}
              label={t("required")}
              checked={value}
              onChange={({ currentTarget }) => onChange(currentTarget.checked)}
            />
          )}
        />
      </div>
    </>
  );
}
