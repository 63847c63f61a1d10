"use client";

import type { SaveServiceInput } from "@odys/shared/booking/schema";
import { CONFIRMATION_MODES, PLACES, SERVICE_COLORS } from "@odys/shared/booking/status";
import { CURRENCIES, type Currency } from "@odys/shared/kernel/money";
import { useLocale, useTranslations } from "next-intl";
import { type Control, Controller, useWatch } from "react-hook-form";
import { cn } from "../../../ui/cn.ts";
import { FormField } from "../../../ui/form/form-field.tsx";
import { Input } from "../../../ui/input.tsx";
import { MoneyInput } from "../../../ui/money-input.tsx";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { Select } from "../../../ui/select.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { SERVICE_EDGE } from "../agenda/service-color.ts";
import { OwnReminders } from "./own-reminders.tsx";
import { Questions } from "./questions.tsx";
import type { ServiceForm } from "./service-sheet.tsx";
import { durationText } from "../../../ui/when.ts";

export type Fields = Control<ServiceForm, unknown, SaveServiceInput>;

const DURATIONS = [15, 20, 30, 40, 45, 50, 60, 75, 80, 90, 120, 150, 180, 240];
const BUFFERS = [0, 5, 10, 15, 20, 30, 45, 60];
const NOTICES = [0, 30, 60, 120, 240, 720, 1440, 2880, 10_080];
const HORIZONS = [7, 14, 30, 60, 90, 180, 365];

interface Props {
  control: Fields;
  currency: Currency;
  /** Whether the plan lets a booking be confirmed without anybody. */
  canAutomate: boolean;
}

/** The rules of a service: what it is, where, and when it may be booked. */
export function ServiceFields({ control, currency, canAutomate }: Props) {
  const t = useTranslations("services.field");
  const locale = useLocale();
  const minutes = (amount: number) => durationText(amount, locale);
  return (
    <>
      <FormField control={control} name="name" label={t("name")}>
        {(field) => <Input {...field} maxLength={120} autoComplete="off" />}
      </FormField>
      <div className="grid grid-cols-2 gap-4">
        <Choice
          control={control}
          name="durationMinutes"
          label={t("duration")}
          values={DURATIONS}
          text={minutes}
        />
        <FormField control={control} name="price.amount" label={t("price")}>
          {({ onChange, value, ...field }) => (
            <MoneyInput
              {...field}
              value={value}
              currency={currency}
              digits={CURRENCIES[currency]}
              onValueChange={onChange}
            />
          )}
        </FormField>
      </div>
      <FormField control={control} name="description" label={t("description")} optional>
        {(field) => <Textarea {...field} rows={2} maxLength={2000} />}
      </FormField>
      <Place control={control} />
      <Confirmation control={control} canAutomate={canAutomate} />
      <div className="grid grid-cols-2 gap-4">
        <Choice
          control={control}
          name="bufferBeforeMinutes"
          label={t("bufferBefore")}
          hint={t("bufferBeforeHint")}
          values={BUFFERS}
          text={(n) => (n === 0 ? t("none") : minutes(n))}
        />
        <Choice
          control={control}
          name="bufferAfterMinutes"
          label={t("bufferAfter")}
          hint={t("bufferAfterHint")}
          values={BUFFERS}
          text={(n) => (n === 0 ? t("none") : minutes(n))}
        />
        <Choice
          control={control}
          name="noticeMinutes"
          label={t("notice")}
          hint={t("noticeHint")}
          values={NOTICES}
          text={(n) => noticeText(n, t, minutes)}
        />
        <Choice
          control={control}
          name="horizonDays"
          label={t("horizon")}
          hint={t("horizonHint")}
          values={HORIZONS}
          text={(n) => t("days", { count: n })}
        />
      </div>
      <Controller
        control={control}
        name="reminderMinutes"
        render={({ field: { value = null, onChange } }) => (
          <OwnReminders value={value} onChange={onChange} />
        )}
      />
      <Questions control={control} />
      <Color control={control} />
    </>
  );
}

type FieldWords = ReturnType<typeof useTranslations<"services.field">>;

function noticeText(amount: number, t: FieldWords, minutes: (n: number) => string): string {
  if (amount === 0) return t("none");
  return amount % 1440 === 0 ? t("days", { count: amount / 1440 }) : minutes(amount);
}

type NumberField =
  | "durationMinutes"
  | "bufferBeforeMinutes"
  | "bufferAfterMinutes"
  | "noticeMinutes"
  | "horizonDays";

interface ChoiceProps {
  control: Fields;
  name: NumberField;
  label: string;
  hint?: string;
  values: readonly number[];
  text: (value: number) => string;
}

/** One of the usual figures. A figure that came from elsewhere stays among them. */
function Choice({ control, name, label, hint, values, text }: ChoiceProps) {
  return (
    <FormField control={control} name={name} label={label} hint={hint}>
      {({ value = 0, onChange, ...field }) => (
        <Select
          {...field}
          value={String(value)}
          onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
        >
          {[...new Set([...values, value])]
            .toSorted((a, b) => a - b)
            .map((amount) => (
              <option key={amount} value={amount}>
                {text(amount)}
              </option>
            ))}
        </Select>
      )}
    </FormField>
  );
}

function Place({ control }: { control: Fields }) {
  const t = useTranslations("services.field");
  const places = useTranslations("services.place");
  const place = useWatch({ control, name: "place" }) ?? "in_person";
  return (
    <>
      <FormField control={control} name="place" label={t("place")} group>
        {({ value, onChange, ...field }) => (
          <RadioCards
            {...field}
            value={value}
            onValueChange={onChange}
            options={PLACES.map((kind) => ({ value: kind, label: places(kind) }))}
          />
        )}
      </FormField>
      {place !== "at_client" && (
        <FormField
          control={control}
          name="placeDetail"
          label={t(place === "online" ? "link" : "address")}
          hint={t(place === "online" ? "linkHint" : "addressHint")}
          optional
        >
          {(field) => <Input {...field} maxLength={500} autoComplete="off" />}
        </FormField>
      )}
    </>
  );
}

function Confirmation({ control, canAutomate }: Omit<Props, "currency">) {
  const t = useTranslations("services.field");
  return (
    <FormField control={control} name="confirmation" label={t("confirmation")} group>
      {({ value, onChange, ...field }) => (
        <RadioCards
          {...field}
          value={value}
          onValueChange={onChange}
          options={CONFIRMATION_MODES.map((mode) => {
            const closed = mode === "automatic" && !canAutomate;
            return {
              value: mode,
              label: t(mode),
              detail: closed ? t("automaticPlan") : t(`${mode}Detail`),
              disabled: closed,
            };
          })}
        />
      )}
    </FormField>
  );
}

function Color({ control }: { control: Fields }) {
  const t = useTranslations("services");
  return (
    <FormField control={control} name="color" label={t("field.color")} group>
      {({ value, onChange, name, onBlur }) => (
        <div className="flex flex-wrap gap-1">
          {SERVICE_COLORS.map((color) => (
            <label
              key={color}
              className="relative flex size-11 items-center justify-center rounded-md has-checked:bg-sunken has-checked:shadow-[inset_0_0_0_2px_var(--action)] has-focus-visible:outline-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name={name}
                className="sr-only"
                checked={value === color}
                onBlur={onBlur}
                onChange={() => onChange(color)}
              />
              <span aria-hidden className={cn("size-6 rounded-full", SERVICE_EDGE[color])} />
              <span className="sr-only">{t(`color.${color}`)}</span>
            </label>
          ))}
        </div>
      )}
    </FormField>
  );
}
