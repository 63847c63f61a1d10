/**
 * Writes a phone number the way Brazilians do, "(11) 98765-4321", as far as it is typed. A number
 * of another country ("+351 …") stays as typed: no mask knows them all. A pasted "+55" is dropped.
 */
export function maskPhone(text: string): string {
  const trimmed = text.trimStart();
  if (trimmed.startsWith("+") && !/^\+5{1,2}/.test(trimmed))
    return trimmed.replace(/[^\d+ ()-]/g, "");
  const all = trimmed.replace(/\D/g, "");
  const foreign = trimmed.startsWith("+");
  if (foreign && all.length <= 2) return `+${all}`;
  const digits = (foreign || (all.startsWith("55") && all.length > 11) ? all.slice(2) : all).slice(
    0,
    11,
  );
  if (digits.length === 0) return "";
  const area = digits.slice(0, 2);
  const rest = digits.slice(2);
  if (rest === "") return `(${area}`;
  // Mobile numbers have nine digits, landlines eight.
  const split = rest.length > 8 ? 5 : 4;
  if (rest.length <= split) return `(${area}) ${rest}`;
  return `(${area}) ${rest.slice(0, split)}-${rest.slice(split)}`;
}
