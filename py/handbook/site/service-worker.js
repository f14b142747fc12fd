// Keeps the handbook for use without a network. The build writes the lists above.
// Pages come from the network whenever it answers, so that no reader acts on old
// guidance; Python, whose folder is named by its content, never asks the network for what is here.
// Only the files listed are kept: nothing that a reader types, asks or opens.
const PATIENCE = 4000; // milliseconds for a page to come before the kept one is shown
const ROOT = new URL("./", self.location).href;
const PAGES = `${ROOT} pages ${VERSION}`;
const PYTHON = `${ROOT} python ${RUNTIME}`;
const KEPT = "assets/kept/"; // in place of assets/runtime/: as this worker has it

self.addEventListener("install", (event) => {
  event.waitUntil(keep(PAGES, FILES, "no-cache").then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(`${ROOT} `) && name !== PAGES && name !== PYTHON) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  event.waitUntil(keep(PYTHON, RUNTIME_FILES, "default").then(
    () => port.postMessage({ kept: VERSION }),
    (error) => port.postMessage({ failed: String(error) }),
  ));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = request.url.startsWith(ROOT) ? request.url.slice(ROOT.length).replace(/[?#].*$/, "") : undefined;
  if (path === undefined || request.method !== "GET") return;
  if (path.startsWith(KEPT)) event.respondWith(lasting(request, path.replace(KEPT, "assets/runtime/")));
  else if (!RUNTIME_FILES.includes(path)) event.respondWith(fresh(request, path)); // else the browser's own cache is quickest
});

/** Puts those of `files` that are not there yet into the cache `name`, one by one so as to disturb nothing; all or an error. */
async function keep(name, files, mode) {
  const cache = await caches.open(name);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = files.map((file) => new URL(file, ROOT).href).filter((url) => !there.has(url));
  for (const url of missing) await cache.add(new Request(url, { cache: mode, priority: "low" }));
}

async function kept(name, path) {
  const cache = await caches.open(name);
  return cache.match(new URL(path, ROOT).href);
}

/** Returns a file that never changes, as kept, or from the network. Its worker asks this where the browser's own cache lost it. */
async function lasting({ integrity }, path) {
  return await kept(PYTHON, path) ?? fetch(new URL(path, ROOT), { integrity });
}

/** Returns what the network has, or what was kept when it has nothing or is too slow. */
async function fresh(request, path) {
  const old = await kept(PAGES, path) ?? await kept(PAGES, path ? `${path}/` : "");
  if (!old) return fetch(request).catch((error) => lost(request, error));
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(reject, PATIENCE); });
  try {
    const answer = await Promise.race([fetch(request), late]);
    const page = ["", "document", "iframe"].includes(request.destination);
    return answer.ok || (page && answer.status < 500) ? answer : old; // a newer site lacks what a kept page needs
  } catch {
    return old;
  } finally {
    clearTimeout(timer);
  }
}

/** Returns the page that says "there is no such page" for a page that was never kept. */
async function lost(request, error) {
  const page = request.mode === "navigate" && await kept(PAGES, "404.html");
  if (!page) throw error;
  return page;
}
