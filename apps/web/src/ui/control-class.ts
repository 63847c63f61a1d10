/**
 * How a control looks into which one types. 16 px: anything smaller makes a phone zoom in when it is
 * tapped.
 */
export const controlClass =
  "block w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 text-base text-ink shadow-low placeholder:text-ink-faint hover:border-ink-soft focus:border-action focus-visible:outline-offset-0 aria-invalid:border-bad disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-faint";
