import { Fragment, type ReactNode } from "react";

/** Addresses, and WhatsApp's own marks: *bold* and _italic_ around words. */
const PIECES =
  /(https?:\/\/\S+|\*[^\s*](?:[^*\n]*[^\s*])?\*|(?<!\w)_[^\s_](?:[^_\n]*[^\s_])?_(?!\w))/u;

/** A message as WhatsApp shows it. */
export function WhatsAppText({ text }: { text: string }) {
  return (
    <p className="leading-relaxed break-words whitespace-pre-line">
      {text.split(PIECES).map((piece, index) => (
        <Fragment key={index}>{shown(piece)}</Fragment>
      ))}
    </p>
  );
}

function shown(piece: string): ReactNode {
  if (/^https?:/.test(piece))
    return (
      <a className="break-all text-action-ink underline" href={piece}>
        {piece}
      </a>
    );
  const marked = /^([*_])(.+)\1$/su.exec(piece);
  if (marked?.[1] === "*") return <strong className="font-semibold">{marked[2]}</strong>;
  if (marked?.[1] === "_") return <em className="text-ink-soft">{marked[2]}</em>;
  return piece;
}
