import { CircleAlert } from "lucide-react";
import { Children, type ReactNode } from "react";

/** What went wrong with the whole form, above its button. Renders its live region even when empty. */
export function FormError({ children }: { children?: ReactNode }) {
  return (
    <div role="alert">
      {/* Several sentences may stand here, each under its own condition. */}
      {Children.toArray(children).some((child) => child !== "") && (
        <p className="flex items-start gap-2.5 rounded-md bg-bad-soft px-4 py-3 text-[0.9375rem] text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
