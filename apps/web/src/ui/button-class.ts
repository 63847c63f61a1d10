import { cva, type VariantProps } from "class-variance-authority";

/** How a button looks; links that look like buttons use it as well. */
export const buttonClass = cva(
  "inline-flex items-center justify-center gap-2 rounded-md text-center font-medium leading-tight whitespace-nowrap select-none transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-progress [&_svg]:size-[1.15em] [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-action text-on-action hover:bg-action-hover",
        secondary:
          "border border-line-strong bg-surface text-ink hover:border-ink-soft hover:bg-sunken",
        quiet: "text-action-ink hover:bg-action-soft",
        danger: "border border-bad bg-surface text-bad hover:bg-bad-soft",
      },
      size: {
        sm: "min-h-9 px-3 text-sm pointer-coarse:min-h-11",
        md: "min-h-11 px-4 text-[0.9375rem]",
        lg: "min-h-13 px-6 text-base",
      },
      wide: { true: "w-full" },
    },
    defaultVariants: { variant: "primary", size: "md" },
  },
);

export type ButtonLook = VariantProps<typeof buttonClass>;
