import { cn } from "./cn.ts";

/** "Ana Beatriz Souza" → "AS"; one letter for one name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters
    .map((word) => (word ? Array.from(word)[0] : ""))
    .join("")
    .toLocaleUpperCase();
}

const SIZES = {
  sm: "size-8 text-xs",
  md: "size-11 text-sm",
  lg: "size-16 text-xl",
};

/** Somebody's picture, or their initials. Decoration: the name stands beside it. */
export function Avatar({
  name,
  picture = null,
  size = "md",
  className,
}: {
  name: string;
  /** A path of the app. */
  picture?: string | null | undefined;
  size?: keyof typeof SIZES;
  className?: string;
}) {
  if (picture)
    return (
      // oxlint-disable-next-line next/no-img-element -- drawn by us in one size and kept by browsers for ever: nothing to optimise
      <img
        src={picture}
        alt=""
        width={512}
        height={512}
        className={cn("shrink-0 rounded-full bg-sunken object-cover", SIZES[size], className)}
      />
    );
  return (
    // As generated content the letters are no text: nothing reads, finds or translates them.
    <span
      aria-hidden
      data-initials={initials(name)}
      className={cn(
        "before:content-[attr(data-initials)] inline-flex shrink-0 items-center justify-center rounded-full bg-action-soft font-semibold tracking-wide text-action-ink select-none",
        SIZES[size],
        className,
      )}
    />
  );
}
