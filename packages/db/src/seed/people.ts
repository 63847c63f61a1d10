/** Who lives in the demo. Telephone numbers are in ranges that no operator gives out. */
export const DEMO_PASSWORD = "agenda-em-dia-2026";

/** argon2id of DEMO_PASSWORD with a fixed salt, so that seeding needs no hashing library. */
export const DEMO_PASSWORD_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$b2R5cy1kZW1vLXNhbHQtMQ$6bqnc1b4q7wodGnjd33uEG2SyoB7R/qIetGq6AquOf4";

/** The accounts that `pnpm dev` prints. */
export const DEMO_ACCOUNTS = [
  { who: "professional", name: "Ana Souza", email: "ana@odys.demo", role: "user" },
  { who: "client", name: "Beatriz Lima", email: "bia@odys.demo", role: "user" },
  { who: "admin", name: "Equipe Odys", email: "admin@odys.demo", role: "admin" },
] as const;

export const DEMO_SLUG = "ana-souza";

export const CLIENT_NAMES = [
  "Beatriz Lima",
  "Carlos Eduardo Prado",
  "Daniela Rocha",
  "Eduardo Nakamura",
  "Fernanda Teixeira",
  "Gustavo Pereira",
  "Helena Castro",
  "Igor Santana",
  "Juliana Martins",
  "Karina Duarte",
  "Lucas Figueiredo",
  "Mariana Alves",
  "Natália Barros",
  "Otávio Ribeiro",
  "Patrícia Gomes",
  "Rafael Moura",
  "Sofia Cardoso",
  "Tiago Azevedo",
] as const;

export const CLIENT_MESSAGES = [
  "Prefiro falar por vídeo, se der.",
  "É a minha primeira vez, estou um pouco nervoso.",
  "Posso chegar cinco minutos antes?",
  "Gostaria de continuar do ponto em que paramos.",
] as const;
