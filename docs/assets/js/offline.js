// Lets the browser keep the handbook for use without a network, once this page has
// what it needs. Where that cannot be (a private window, a frame in another site), all else works.
import { engine } from "./engine.js";

const PAUSE = 2_000; // milliseconds after the page and Python are ready: whoever goes on at once is not slowed down
const ROOT = new URL("../../", import.meta.url);

export const offline = new EventTarget();

async function keep() {
  const registration = await navigator.serviceWorker.register(new URL("service-worker.js", ROOT).href, { updateViaCache: "none" });
  await registration.update().catch(() => {});
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  await activated(worker);
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
  worker.postMessage("keep Python", [port2]);
  const { kept } = await answer;
  port1.close();
  if (!kept) return;
  document.documentElement.dataset.offline = "yes";
  offline.dispatchEvent(new Event("kept"));
}

function activated(worker) {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("another version took over"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** Waits until the page is loaded and Python, where the page has a tool, has started. */
function settled() {
  return new Promise((resolve) => {
    const look = () => {
      const busy = document.querySelector("[data-runtime]") && !["ready", "failed"].includes(document.documentElement.dataset.engine);
      if (document.readyState === "complete" && !busy) resolve();
    };
    addEventListener("load", look);
    engine.addEventListener("state", look);
    look();
  });
}

if ("serviceWorker" in navigator && location.protocol.startsWith("http") && !navigator.connection?.saveData) {
  settled().then(() => setTimeout(() => engine.keepPicture().then(keep).catch(() => {}), PAUSE));
}
