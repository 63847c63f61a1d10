import { hash, verify } from "@node-rs/argon2";

/** Argon2id (the library's default) with OWASP's first choice: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// The hash of a random value that nobody kept: what a password is compared with where there is none.
const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$97kmlQkxo/n8tkz8sOLm3A$Nw6IxwY4O+iZSQauEU8vyBet+hUSO9obRX7U7speDDk";

/** Argon2id in PHC form; about 20 ms of one core. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether the password is that of `hashed`. Without one it does the same work and says no. */
export async function verifyPassword(
  hashed: string | null | undefined,
  password: string,
): Promise<boolean> {
  const same = await verify(hashed ?? NOBODY, password);
  return same && hashed != null;
}
