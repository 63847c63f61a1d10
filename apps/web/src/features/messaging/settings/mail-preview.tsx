interface Props {
  subject: string;
  /** A mail's plain text: frame, heading, paragraphs, facts, link, why. */
  text: string;
  label: string;
}

/** A mail as it arrives; its look is that of `composeMail`, in the colours of the app. */
export function MailPreview({ subject, text, label }: Props) {
  const [frame = "", heading, ...blocks] = text.split("\n\n");
  return (
    <section
      aria-label={label}
      className="overflow-hidden rounded-lg border border-line bg-surface shadow-low"
    >
      <p className="border-b border-line px-4 py-2.5 font-medium wrap-anywhere">{subject}</p>
      <p className="bg-band px-4 py-2 text-sm wrap-anywhere text-on-band">
        {frame.replace(/^\[|\]$/g, "")}
      </p>
      <div className="grid gap-3 px-4 py-4 text-[0.9375rem] wrap-anywhere">
        <p className="text-lg font-semibold">{heading}</p>
        {blocks.map((block) => (
          <p
            key={block}
            className="whitespace-pre-line last:border-t last:border-line last:pt-3 last:text-sm last:text-ink-soft"
          >
            {block.replace(/^--\n/, "")}
          </p>
        ))}
      </div>
    </section>
  );
}
