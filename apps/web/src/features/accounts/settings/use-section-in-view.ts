import { useEffect, useState } from "react";

/**
 * How far below the top a section's beginning counts as read, in CSS pixels: a link to it leads to
 * 9rem from there (`scroll-padding-top` and the section's own margin), under the row that sticks.
 */
const UNDER_THE_TOP = 160;

/**
 * Which of the sections (ids of elements, in the order of the page) is being read: the last whose
 * beginning has reached the top, and at the end of the page the last of all. The first until the
 * browser has looked.
 */
export function useSectionInView<Id extends string>(ids: readonly [Id, ...Id[]]): Id {
  const [current, setCurrent] = useState<Id>(ids[0]);
  useEffect(() => {
    let asked = 0;
    const look = () => {
      asked = 0;
      const { scrollHeight, clientHeight } = document.documentElement;
      const atEnd = window.scrollY > 0 && window.scrollY + clientHeight >= scrollHeight - 2;
      const reached = ids.findLast((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        return top !== undefined && (atEnd || top <= UNDER_THE_TOP);
      });
      setCurrent(reached ?? ids[0]);
    };
    const onScroll = () => {
      asked ||= requestAnimationFrame(look);
    };
    look();
    window.addEventListener("scroll", onScroll, { passive: true });
    window.addEventListener("resize", onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      window.removeEventListener("scroll", onScroll);
      window.removeEventListener("resize", onScroll);
    };
  }, [ids]);
  return current;
}
