/** "24 horas", "2 dias", "1 semana", "90 minutos": minutes before a start as people say them. */
export function leadTime(minutes: number, locale: string): string {
  const [count, unit] =
    minutes % 10_080 === 0
      ? [minutes / 10_080, "week"]
      : minutes % 1440 === 0 && minutes > 1440
        ? [minutes / 1440, "day"]
        : minutes % 60 === 0
          ? [minutes / 60, "hour"]
          : [minutes, "minute"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count);
}
