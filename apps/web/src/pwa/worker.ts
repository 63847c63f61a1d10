/**
 * The service worker, as the text that a browser is given; `version` is another one with every build.
 *
 * It keeps what is everybody's: files under `/_next/static/`, whose names change with their content,
 * and the page that says there is no connection, in both languages and without scripts. Pages come
 * from the network or not at all, and answers of the API are never touched: nothing that belongs to
 * somebody lies on the device. A new version takes over when the app is started the next time.
 */
export function workerSource(version: string): string {
  return `"use strict";
const CACHE = ${JSON.stringify(`odys-${version}`)};
const LANGUAGES = ["pt-BR", "en"];
const offlineKey = (language) => "/offline?lang=" + language;

self.addEventListener("install", (event) => {
  event.waitUntil(Promise.all(LANGUAGES.map(keepOffline)));
});

// Asked as nobody, so that the page is nobody's. Without its scripts it stays as it came.
async function keepOffline(language) {
  const cache = await caches.open(CACHE);
  const answer = await fetch("/offline", {
    credentials: "omit",
    cache: "reload",
    headers: { "accept-language": language },
  });
  if (!answer.ok) throw new Error("offline page: " + answer.status);
  const html = (await answer.text()).replace(/<script\\b[\\s\\S]*?<\\/script>/g, "").replace(/<link[^>]+as="script"[^>]*>/g, "");
  const files = [...new Set(html.match(/\\/_next\\/static\\/[^"'\\s)]+\\.(?:css|woff2)/g) ?? [])];
  await cache.addAll(files);
  const headers = new Headers(answer.headers);
  headers.delete("link");
  await cache.put(offlineKey(language), new Response(html, { headers }));
}

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then((names) =>
      Promise.all(names.filter((name) => name.startsWith("odys-") && name !== CACHE).map((name) => caches.delete(name))),
    ),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(offline));
  else if (url.pathname.startsWith("/_next/static/")) event.respondWith(fromCache(request));
});

async function fromCache(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && answer.type === "basic") await cache.put(request, answer.clone());
  return answer;
}

async function offline() {
  const cookie = await self.cookieStore?.get("odys_locale").catch(() => null);
  const wanted = cookie?.value ?? self.navigator.language;
  const language = wanted.startsWith("pt") ? "pt-BR" : "en";
  return (await caches.match(offlineKey(language))) ?? Response.error();
}
`;
}
