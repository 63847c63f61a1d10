"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { email, line } from "@odys/shared/kernel/wire";
import { phone } from "@odys/shared/kernel/phone";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Field } from "../../../ui/field.tsx";
import { FormError } from "../../../ui/form/form-error.tsx";
import { FormField } from "../../../ui/form/form-field.tsx";
import { Input } from "../../../ui/input.tsx";
import { MoneyInput } from "../../../ui/money-input.tsx";
import { PhoneInput } from "../../../ui/phone-input.tsx";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { Select } from "../../../ui/select.tsx";
import { Switch } from "../../../ui/switch.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { TimeRange } from "../../../ui/time-range.tsx";

const schema = z.strictObject({ name: line(80), email, phone, price: z.int().min(0) });

const SERVICES = [
  { value: "one", label: "Individual session", detail: "50 min · online", aside: "R$ 180,00" },
  { value: "two", label: "First conversation", detail: "30 min · online", aside: "no charge" },
];

export function FormSample() {
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: "", email: "", phone: "", price: 18_000 },
  });
  return (
    <form
      noValidate
      aria-label="Sample form"
      onSubmit={(event) => void handleSubmit(() => {})(event)}
      className="grid gap-5"
    >
      <h2 className="border-b border-line pb-2 text-lg font-semibold">Forms</h2>
      <FormError>
        {formState.isSubmitted && !formState.isValid && "Some fields need another look."}
      </FormError>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField control={control} name="name" label="Name">
          {(field) => <Input {...field} autoComplete="name" />}
        </FormField>
        <FormField
          control={control}
          name="email"
          label="E-mail"
          hint="The confirmation goes there."
        >
          {(field) => <Input {...field} type="email" autoComplete="email" />}
        </FormField>
        <FormField control={control} name="phone" label="Phone">
          {({ onChange, ...field }) => <PhoneInput {...field} onValueChange={onChange} />}
        </FormField>
        <FormField control={control} name="price" label="Price">
          {({ onChange, ...field }) => <MoneyInput {...field} onValueChange={onChange} />}
        </FormField>
      </div>
      <Loose />
      <Button type="submit" className="justify-self-start">
        Send
      </Button>
    </form>
  );
}

/** Controls outside a form library. */
function Loose() {
  const [hours, setHours] = useState({ start: "09:00", end: "18:00" });
  const [service, setService] = useState("one");
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Duration">
          <Select defaultValue="50">
            <option value="30">30 min</option>
            <option value="50">50 min</option>
          </Select>
        </Field>
        <Field label="City" error="Choose a city, or write it.">
          <Input defaultValue="Sao" />
        </Field>
      </div>
      <Field label="Service" group>
        <RadioCards name="service" options={SERVICES} value={service} onValueChange={setService} />
      </Field>
      <Field label="Note" optional hint="Only you read it.">
        <Textarea />
      </Field>
      <Field label="Monday" group>
        <TimeRange label="Monday" value={hours} onValueChange={setHours} />
      </Field>
      <div>
        <Switch label="Confirm by itself" hint="Nobody waits for your yes." defaultChecked />
        <Checkbox label="I accept the terms" defaultChecked />
        <Checkbox label="Send me news" hint="Once a month at most." />
      </div>
    </>
  );
}
