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
  const gesture = new Gesture(scroller, columns, host);
  columns.addEventListener("pointerdown", gesture.begin);
  columns.addEventListener("click", gesture.click, true);
  columns.addEventListener("contextmenu", gesture.still);
  columns.addEventListener("touchmove", gesture.still, { passive: false });
  return () => {
    gesture.over();
    columns.removeEventListener("pointerdown", gesture.begin);
    columns.removeEventListener("click", gesture.click, true);
    columns.removeEventListener("contextmenu", gesture.still);
    columns.removeEventListener("touchmove", gesture.still);
  };
}

class Gesture {
  readonly #scroller: HTMLElement;
  readonly #columns: HTMLElement;
  readonly #host: GestureHost;
  #press: Press | null = null;
  /** The click that follows the end of a drag is no click. */
  #deaf = false;

  constructor(scroller: HTMLElement, columns: HTMLElement, host: GestureHost) {
    this.#scroller = scroller;
    this.#columns = columns;
    this.#host = host;
  }

  #place(x: number, y: number) {
    const { days } = this.#host;
    const box = this.#columns.getBoundingClientRect();
    const column = Math.floor((x - box.left) / (box.width / Math.max(days.length, 1)));
    const day = Math.min(Math.max(column, 0), days.length - 1);
    return { day, minute: ((y - box.top) / box.height) * DAY_MINUTES };
  }

  begin = (event: PointerEvent): void => {
    if (!event.isPrimary || event.button !== 0 || this.#press) return;
    this.#deaf = false;
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest<HTMLElement>("[data-item]")?.dataset["item"];
    const item = id === undefined ? null : this.#host.find(id);
    const movable = item !== null && isMovable(item, this.#host.days);
    const how = target?.closest("[data-stretch]") ? "stretch" : "move";
    const { clientX: x, clientY: y, pointerId } = event;
    const touch = event.pointerType !== "mouse";
    const press: Press = {
      id: pointerId,
      touch,
      x,
      y,
      startX: x,
      startY: y,
      grabbed: movable ? { item, how, offset: 0 } : null,
      drag: null,
      frame: 0,
      timer: movable && touch ? setTimeout(() => this.#grab(), LONG_PRESS_MS) : undefined,
    };
    this.#press = press;
    window.addEventListener("pointermove", this.#move);
    window.addEventListener("pointerup", this.#end);
    window.addEventListener("pointercancel", this.#cancel);
    window.addEventListener("keydown", this.#escape, true);
  };

  /** From here on it is a drag. */
  #grab(): void {
    const press = this.#press;
    const grabbed = press?.grabbed;
    if (!press || !grabbed || press.drag) return;
    const { day, minute } = this.#place(press.startX, press.startY);
    const span = this.#host.days[day];
    if (!span) return;
    const edge = grabbed.how === "move" ? grabbed.item.startsAt : grabbed.item.endsAt;
    grabbed.offset = minute - minuteAt(span, this.#host.zone, Date.parse(edge));
    navigator.vibrate?.(10);
    press.drag = dragTo(this.#host, grabbed, this.#place(press.x, press.y));
    this.#host.show(press.drag);
    press.frame = requestAnimationFrame(this.#follow);
  }

  /** Once a frame: scrolls along at the edges, and draws when another step is reached. */
  #follow = (): void => {
    const press = this.#press;
    if (!press?.drag || !press.grabbed) return;
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    // Only on its way to an edge: what stands there is not scrolled away when it is grabbed.
    if (press.y > Math.max(bottom - EDGE_PX, press.startY)) this.#scroller.scrollTop += SCROLL_PX;
    else if (press.y < Math.min(top + EDGE_PX * 2, press.startY))
      this.#scroller.scrollTop -= SCROLL_PX;
    const next = dragTo(this.#host, press.grabbed, this.#place(press.x, press.y));
    const { drag } = press;
    if (next && (next.start !== drag.start || next.end !== drag.end || next.day !== drag.day)) {
      press.drag = next;
      this.#host.show(next);
    }
    press.frame = requestAnimationFrame(this.#follow);
  };

  #move = (event: PointerEvent): void => {
    const press = this.#press;
    if (event.pointerId !== press?.id) return;
    press.x = event.clientX;
    press.y = event.clientY;
    if (press.drag) return;
    const far = Math.hypot(press.x - press.startX, press.y - press.startY);
    if (!press.touch && far > TREMBLE.mouse) this.#grab();
    else if (press.touch && far > TREMBLE.touch) clearTimeout(press.timer); // it scrolls or swipes
  };

  #end = (event: PointerEvent): void => {
    const press = this.#press;
    if (event.pointerId !== press?.id) return;
    this.over();
    const [dx, dy] = [event.clientX - press.startX, event.clientY - press.startY];
    const swiped = press.touch && Math.abs(dx) > SWIPE_PX && Math.abs(dx) > 2 * Math.abs(dy);
    if (!press.drag && !swiped) return;
    this.#deaf = true;
    setTimeout(() => (this.#deaf = false));
    if (press.drag) this.#host.drop(press.drag);
    else this.#host.swipe(dx < 0 ? 1 : -1);
  };

  over = (): void => {
    if (!this.#press) return;
    clearTimeout(this.#press.timer);
    cancelAnimationFrame(this.#press.frame);
    this.#press = null;
    this.#host.show(null);
    window.removeEventListener("pointermove", this.#move);
    window.removeEventListener("pointerup", this.#end);
    window.removeEventListener("pointercancel", this.#cancel);
    window.removeEventListener("keydown", this.#escape, true);
  };

  #cancel = (event: PointerEvent): void => {
    if (event.pointerId === this.#press?.id) this.over();
  };

  #escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.#press?.drag) return;
    event.stopPropagation();
    this.over();
    // Letting go of what was given up is no click either.
    this.#deaf = true;
  };

  click = (event: MouseEvent): void => {
    // One of the keyboard has no detail, and is always meant.
    if (this.#deaf && event.detail > 0) {
      this.#deaf = false;
      event.stopPropagation();
      event.preventDefault();
      return;
    }
    const target = event.target instanceof Element ? event.target : null;
    if (!target || target.closest("[data-item], button, a")) return;
    const { day, minute } = this.#place(event.clientX, event.clientY);
    const { step } = this.#host;
    this.#host.tap(day, Math.min(Math.floor(minute / step) * step, DAY_MINUTES - step));
  };

  /** What is dragged by a finger does not scroll; the menu of a long press would take it away. */
  still = (event: Event): void => {
    const press = this.#press;
    const held = press?.touch && press.grabbed && event.type === "contextmenu";
    if (press?.drag || held) event.preventDefault();
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
