import type { ComponentProps } from "react";

/**
 * A link that the browser follows by itself. For public pages: whoever comes there once should not wait
 * for the scripts of a router.
 */
export function PlainLink({ href, children, ...rest }: ComponentProps<"a"> & { href: string }) {
  return (
    <a href={href} {...rest}>
      {children}
    </a>
  );
}
