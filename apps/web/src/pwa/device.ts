/** The event by which a browser offers to install; Chromium's own, in no standard yet. */
export interface InstallOffer extends Event {
  prompt(): Promise<{ outcome: "accepted" | "dismissed" }>;
}

let offer: InstallOffer | null = null;
const listeners = new Set<() => void>();

/** Keeps the browser's offer for the moment at which somebody asks for it, and its own banner away. */
export function listenForOffer(): () => void {
  const keep = (event: Event) => {
    event.preventDefault();
    if ("prompt" in event) setOffer(event as InstallOffer);
  };
  const forget = () => setOffer(null);
  window.addEventListener("beforeinstallprompt", keep);
  window.addEventListener("appinstalled", forget);
  return () => {
    window.removeEventListener("beforeinstallprompt", keep);
    window.removeEventListener("appinstalled", forget);
  };
}

function setOffer(next: InstallOffer | null): void {
  offer = next;
  for (const listener of listeners) listener();
}

export const installOffer = {
  get: () => offer,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  /** An offer can be taken once. */
  used: () => setOffer(null),
};

/** What storage keeps under names that begin so belongs to whoever is signed in, and goes when they go. */
export const KEPT_FOR_SESSION = "odys.session.";

/** Takes off the device what was kept for the app, and the worker that keeps it: at the end of a session. */
export async function forgetDevice(): Promise<void> {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(KEPT_FOR_SESSION)) localStorage.removeItem(key);
    const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    await Promise.all(workers.map((worker) => worker.unregister()));
    if (!("caches" in window)) return;
    const names = await caches.keys();
    await Promise.all(names.map((name) => caches.delete(name)));
  } catch {
    // Storage that may not be read keeps nothing either; whoever signs out is not held up.
  }
}
