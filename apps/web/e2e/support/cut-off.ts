import type { Page } from "@playwright/test";

/**
 * What of a page cannot be read at its width: it scrolls sideways, or an ancestor that hides what
 * overflows cuts a text off at its sides without saying so by an ellipsis. What can be scrolled to is fine.
 */
export function findCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide in ${clientWidth}`);

    /** The box beyond which nothing of `element` shows; null where it may be scrolled to, or nothing hides it. */
    const frameOf = (element: Element): DOMRect | null => {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        const { overflowX, textOverflow, webkitLineClamp, position, clipPath } =
          getComputedStyle(at);
        const says = textOverflow === "ellipsis" || webkitLineClamp !== "none";
        if (says || overflowX === "auto" || overflowX === "scroll") return null;
        const box = at.getBoundingClientRect();
        // Clipped away as a whole is what only a screen reader reads.
        if (overflowX === "hidden" || overflowX === "clip") return clipPath === "none" ? box : null;
        if (position === "fixed") return null;
      }
      return null;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const parent = text.parentElement;
      const words = text.textContent?.trim() ?? "";
      if (!parent || words === "" || !parent.checkVisibility({ visibilityProperty: true }))
        continue;
      const frame = frameOf(parent);
      if (!frame) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, right, width } = range.getBoundingClientRect();
      if (width > 0 && (left < frame.left - 1 || right > frame.right + 1))
        found.push(`cut off: “${words.slice(0, 80)}”`);
    }
    return found;
  });
}
