/** How a figure went, as bars: one for each value, the newest at the right. Its numbers stand beside it. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const top = Math.max(1, ...values);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${values.length * 4} 24`}
      preserveAspectRatio="none"
      className="h-6 w-32 text-accent max-md:w-40"
    >
      <path d={`M0 23.5H${values.length * 4}`} className="stroke-line" />
      {values.map((value, index) => {
        const height = value === 0 ? 0 : Math.max(2, (value / top) * 23);
        const key = index;
        return (
          <rect
            key={key}
            x={index * 4}
            y={24 - height}
            width="3"
            height={height}
            fill="currentColor"
          />
        );
      })}
    </svg>
  );
}
