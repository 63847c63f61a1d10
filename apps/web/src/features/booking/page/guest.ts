/** Who books, as typed. */
export interface Guest {
  name: string;
  phone: string;
  email: string;
  message: string;
}

export const NOBODY: Guest = { name: "", phone: "", email: "", message: "" };

export type GuestField = "name" | "phone" | "email";
type Flaw = "required" | "phone" | "email";

/** What a person can mend before anything is sent. The server reads the same fields more strictly. */
export function flawsOf({ name, phone, email }: Guest): Partial<Record<GuestField, Flaw>> {
  const digits = phone.replace(/\D/g, "").length;
  const foreign = phone.trimStart().startsWith("+");
  const phoneFlaw = digits < (foreign ? 7 : 10) || digits > 15 ? "phone" : undefined;
  const address = email.trim();
  return {
    ...(name.trim() === "" && { name: "required" }),
    ...(phone.trim() === "" ? { phone: "required" } : phoneFlaw && { phone: phoneFlaw }),
    ...(address !== "" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) && { email: "email" }),
  };
}

const KEY = "odys.guest";

/** Whom this device remembers, because that person asked it to; nobody when it cannot or may not. */
export function remembered(): Guest | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const text = (field: string) => {
      const value: unknown = Reflect.get(kept, field);
      return typeof value === "string" ? value : "";
    };
    return { ...NOBODY, name: text("name"), phone: text("phone"), email: text("email") };
  } catch {
    return null; // storage is switched off, or holds something else
  }
}

/** Keeps who it is on this device and nowhere else, never the message; null forgets. */
export function remember(guest: Guest | null): void {
  try {
    if (!guest) return localStorage.removeItem(KEY);
    const { name, phone, email } = guest;
    localStorage.setItem(KEY, JSON.stringify({ name, phone, email }));
  } catch {
    // A full or forbidden storage costs the comfort, not the booking.
  }
}
