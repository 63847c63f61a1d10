import { Reply } from "lucide-react";
import { Fragment, type ReactNode } from "react";

interface Props {
  /** With WhatsApp's own marks: `*bold*`, `_italic_`. */
  text: string;
  buttons: readonly string[];
  /** What it is, read aloud. */
  label: string;
}

/** A message as WhatsApp shows it to whom it is for. */
export function Bubble({ text, buttons, label }: Props) {
  return (
    <section aria-label={label} className="rounded-lg bg-sunken p-4">
      <div className="max-w-[22rem] rounded-lg rounded-tl-none bg-surface text-[0.9375rem] shadow-low">
        <p className="px-3 py-2 wrap-anywhere whitespace-pre-line">{marked(text)}</p>
        {buttons.length > 0 && (
          <ul className="border-t border-line">
            {buttons.map((button) => (
              <li
                key={button}
                className="flex min-h-11 items-center justify-center gap-2 border-line font-medium text-action-ink not-first:border-t"
              >
                <Reply aria-hidden className="size-4" />
                {button}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

/** Bold and italic as WhatsApp reads them; whatever else stands in the text is text. */
function marked(text: string): ReactNode[] {
  return text.split(/(\*[^*\n]+\*|_[^_\n]+_(?=\n|$))/).map((part, index) => {
    if (/^\*[^*\n]+\*$/.test(part)) return <strong key={index}>{part.slice(1, -1)}</strong>;
    if (/^_[^_\n]+_$/.test(part))
      return (
        <em key={index} className="text-ink-soft">
          {part.slice(1, -1)}
        </em>
      );
    return <Fragment key={index}>{part}</Fragment>;
  });
}
