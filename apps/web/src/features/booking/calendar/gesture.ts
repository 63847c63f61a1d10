import type { AgendaItem } from "@odys/shared/booking/agenda-schema";
import { DAY_MINUTES, type DaySpan, instantAt, minuteAt, snap } from "./clock.ts";
import { minutesOf } from "./place.ts";

/** Something on its way to another time. */
export interface Drag {
  item: AgendaItem;
  how: "move" | "stretch";
  /** The column it is over. */
  day: number;
  /** On that day's wall. */
  top: number;
  bottom: number;
  /** Epoch ms. */
  start: number;
  end: number;
}

export interface GestureHost {
  readonly days: readonly DaySpan[];
  readonly zone: string;
  /** Minutes to which times snap. */
  readonly step: number;
  find(id: string): AgendaItem | null;
  show(drag: Drag | null): void;
  drop(drag: Drag): void;
  tap(day: number, minute: number): void;
  swipe(by: 1 | -1): void;
}

/** Pixels that a mouse may tremble, and a finger that presses. */
const TREMBLE = { mouse: 4, touch: 10 };
const LONG_PRESS_MS = 350;
const SWIPE_PX = 56;
/** From an edge of the scroller, within which it scrolls along, and by how much a frame. */
const EDGE_PX = 48;
const SCROLL_PX = 14;
/** The shortest that something can be stretched to. */
const LEAST_MINUTES = 5;

interface Press {
  id: number;
  touch: boolean;
  x: number;
  y: number;
  startX: number;
  startY: number;
  grabbed: { item: AgendaItem; how: Drag["how"]; offset: number } | null;
  /** Null until it is more than a press. */
  drag: Drag | null;
  frame: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** What can be moved: what is still to come about, and lies within one day. */
export function isMovable(item: AgendaItem, days: readonly DaySpan[]): boolean {
  const alive = item.status === "confirmed" || item.status === "pending_confirmation";
  const [start, end] = [Date.parse(item.startsAt), Date.parse(item.endsAt)];
  return alive && days.some((day) => day.start <= start && end <= day.end);
}

/** Listens on the columns and their scroller. Returns what ends it. */
export function createGesture(
  scroller: HTMLElement,
  columns: HTMLElement,
  host: GestureHost,
): () => void {
  let press: Press | null = null;
  let justDragged = false;

  const place = (x: number, y: number) => {
    const box = columns.getBoundingClientRect();
    const width = box.width / Math.max(host.days.length, 1);
    const day = Math.min(Math.max(Math.floor((x - box.left) / width), 0), host.days.length - 1);
    return { day, minute: ((y - box.top) / box.height) * DAY_MINUTES };
  };

  function begin(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0 || press) return;
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest<HTMLElement>("[data-item]")?.dataset["item"];
    const item = id === undefined ? null : host.find(id);
    const touch = event.pointerType !== "mouse";
    const { clientX: x, clientY: y } = event;
    const how = target?.closest("[data-stretch]") ? "stretch" : "move";
    press = {
      id: event.pointerId,
      touch,
      x,
      y,
      startX: x,
      startY: y,
      grabbed: item && isMovable(item, host.days) ? { item, how, offset: 0 } : null,
      drag: null,
      frame: 0,
      timer: undefined,
    };
    if (press.grabbed && touch) press.timer = setTimeout(grab, LONG_PRESS_MS);
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", escape, true);
  }

  /** From here on it is a drag. */
  function grab(): void {
    const grabbed = press?.grabbed;
    if (!press || !grabbed || press.drag) return;
    const { day, minute } = place(press.startX, press.startY);
    const span = host.days[day];
    if (!span) return;
    const edge = grabbed.how === "move" ? grabbed.item.startsAt : grabbed.item.endsAt;
    grabbed.offset = minute - minuteAt(span, host.zone, Date.parse(edge));
    navigator.vibrate?.(10);
    press.drag = dragTo(host, grabbed, place(press.x, press.y));
    host.show(press.drag);
    press.frame = requestAnimationFrame(follow);
  }

  /** Once a frame: scrolls along at the edges, and draws when another step is reached. */
  function follow(): void {
    if (!press?.drag || !press.grabbed) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    if (press.y > bottom - EDGE_PX) scroller.scrollTop += SCROLL_PX;
    else if (press.y < top + EDGE_PX * 2) scroller.scrollTop -= SCROLL_PX;
    const next = dragTo(host, press.grabbed, place(press.x, press.y));
    const { drag } = press;
    if (next && (next.start !== drag.start || next.end !== drag.end || next.day !== drag.day)) {
      press.drag = next;
      host.show(next);
    }
    press.frame = requestAnimationFrame(follow);
  }

  function move(event: PointerEvent): void {
    if (!press || event.pointerId !== press.id) return;
    press.x = event.clientX;
    press.y = event.clientY;
    if (press.drag) return;
    const far = Math.hypot(press.x - press.startX, press.y - press.startY);
    if (!press.touch && far > TREMBLE.mouse) grab();
    else if (press.touch && far > TREMBLE.touch) clearTimeout(press.timer); // it scrolls or swipes
  }

  function end(event: PointerEvent): void {
    if (!press || event.pointerId !== press.id) return;
    const { drag, touch, x, y, startX, startY } = press;
    over();
    if (drag) {
      // The click that follows is the end of the drag.
      justDragged = true;
      setTimeout(() => (justDragged = false));
      return host.drop(drag);
    }
    const [dx, dy] = [x - startX, y - startY];
    if (touch && Math.abs(dx) > SWIPE_PX && Math.abs(dx) > 2 * Math.abs(dy)) {
      justDragged = true;
      setTimeout(() => (justDragged = false));
      host.swipe(dx < 0 ? 1 : -1);
    }
  }

  function over(): void {
    if (press) {
      clearTimeout(press.timer);
      cancelAnimationFrame(press.frame);
    }
    press = null;
    host.show(null);
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", cancel);
    window.removeEventListener("keydown", escape, true);
  }
  function cancel(event: PointerEvent): void {
    if (event.pointerId === press?.id) over();
  }
  function escape(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !press?.drag) return;
    event.stopPropagation();
    over();
  }

  function click(event: MouseEvent): void {
    if (justDragged) {
      event.stopPropagation();
      event.preventDefault();
      return;
    }
    const target = event.target instanceof Element ? event.target : null;
    if (!target || target.closest("[data-item], button, a")) return;
    const { day, minute } = place(event.clientX, event.clientY);
    host.tap(day, Math.min(Math.floor(minute / host.step) * host.step, DAY_MINUTES - host.step));
  }
  // What is dragged by a finger does not scroll; the menu of a long press would take it away.
  const still = (event: Event) => {
    if (press?.drag || (press?.touch && press.grabbed && event.type === "contextmenu"))
      event.preventDefault();
  };

  columns.addEventListener("pointerdown", begin);
  columns.addEventListener("click", click, true);
  columns.addEventListener("contextmenu", still);
  columns.addEventListener("touchmove", still, { passive: false });
  return () => {
    over();
    columns.removeEventListener("pointerdown", begin);
    columns.removeEventListener("click", click, true);
    columns.removeEventListener("contextmenu", still);
    columns.removeEventListener("touchmove", still);
  };
}

/** Where what was grabbed would be with the pointer there. */
function dragTo(
  { days, zone, step }: GestureHost,
  { item, how, offset }: NonNullable<Press["grabbed"]>,
  { day, minute }: { day: number; minute: number },
): Drag | null {
  if (how === "stretch") {
    const start = Date.parse(item.startsAt);
    const own = days.findIndex((span) => span.start <= start && start < span.end);
    const span = days[own];
    if (!span) return null;
    const top = minuteAt(span, zone, start);
    const fine = Math.min(step, 15);
    const bottom = Math.max(snap(minute - offset, fine), top + LEAST_MINUTES);
    const drag = { item, how, day: own, top, bottom, start };
    return { ...drag, end: instantAt(span, zone, bottom) };
  }
  const span = days[day];
  if (!span) return null;
  const length = minutesOf(item);
  const latest = Math.floor((DAY_MINUTES - length) / step) * step;
  const top = Math.min(snap(minute - offset, step), latest);
  const start = instantAt(span, zone, top);
  return { item, how, day, top, bottom: top + length, start, end: start + length * 60_000 };
}
