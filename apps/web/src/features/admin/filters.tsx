import { Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { buttonClass } from "../../ui/button-class.ts";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";

/** Filters stand in the address: a plain form, which works before any script does. */
export function Filters({
  action,
  filtered,
  children,
}: {
  action: string;
  /** Whether any is set: then there is a way to take them off. */
  filtered: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("admin.filter");
  return (
    <search>
      <form action={action} className="mb-5 flex flex-wrap items-end gap-3">
        {children}
        <div className="flex gap-2">
          <Button type="submit" variant="secondary">
            <Search aria-hidden />
            {t("apply")}
          </Button>
          {filtered && (
            <Link href={action} className={buttonClass({ variant: "quiet" })}>
              {t("clear")}
            </Link>
          )}
        </div>
      </form>
    </search>
  );
}

interface TextProps {
  name: string;
  label: string;
  value: string | undefined;
  type?: "search" | "date" | "text";
  wide?: boolean;
}

export function FilterText({ name, label, value, type = "search", wide = false }: TextProps) {
  return (
    <label className={wide ? "grow basis-56 sm:max-w-sm" : "basis-40 max-sm:grow"}>
      <span className="mb-1 block text-sm text-ink-soft">{label}</span>
      <Input name={name} type={type} defaultValue={value ?? ""} autoComplete="off" />
    </label>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
}

export function FilterChoice({ name, label, value, options }: ChoiceProps) {
  const t = useTranslations("admin.filter");
  return (
    <label className="basis-40 max-sm:grow">
      <span className="mb-1 block text-sm text-ink-soft">{label}</span>
      <Select name={name} defaultValue={value ?? ""}>
        <option value="">{t("all")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </label>
  );
}
