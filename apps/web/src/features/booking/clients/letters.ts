/** "Á" and "á" are A; what is no letter stands under "#". */
export function letterOf(name: string): string {
  const first =
    Array.from(name.trim().normalize("NFKD")).find((char) => !/\p{M}/u.test(char)) ?? "";
  return /\p{L}/u.test(first) ? first.toLocaleUpperCase() : "#";
}

type Group<T> = { letter: string; people: T[] };

/** People in the order given, under the letter that each run of them begins with. */
export function byLetter<T extends { name: string }>(people: readonly T[]): Group<T>[] {
  const groups: Group<T>[] = [];
  for (const person of people) {
    const letter = letterOf(person.name);
    const last = groups.at(-1);
    if (last?.letter === letter) last.people.push(person);
    else groups.push({ letter, people: [person] });
  }
  return groups;
}
