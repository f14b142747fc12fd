// Starts the worker, keeps it over page changes, queues what is asked of it, and
// says how it is: "loading", then "ready" or "failed". It knows no rule.

const STALL_LIMIT = 30_000; // milliseconds without a byte or a step until a start counts as failed
const CALL_LIMIT = 10_000; // milliseconds until a call counts as hung
const STARTS = 2; // a broken download is tried once more
const ASKS = 2; // and so is a call that hung
const ENOUGH = 4; // gigabytes of memory from which a device keeps a picture of Python's memory

class Engine extends EventTarget {
  #worker = null;
  #started = null;
  #queue = [];
  #asked = null;
  #stop = null;
  #again = false;
  #runtime = null;

  /** Returns a promise that settles when Python is ready. Starts it once; a failed start may be tried again. */
  start(runtime) {
    this.#started ??= this.#begin(runtime).then(
      () => this.#say("ready"),
      (error) => {
        this.#started = null;
        this.#say("failed");
        throw error;
      },
    );
    return this.#started;
  }

  /**
   * Returns the engine's answer to `ask` about `given`. Calls are answered one after another.
   * A hung call is ended and asked once more; an aborted `signal` gives the call up.
   */
  call(runtime, ask, given, signal) {
    return new Promise((resolve, reject) => {
      const call = { ask, given: JSON.stringify(given), left: ASKS, resolve, reject };
      const giveUp = () => {
        this.#queue = this.#queue.filter((other) => other !== call);
        reject(signal.reason);
      };
      if (signal?.aborted) return giveUp();
      signal?.addEventListener("abort", giveUp, { once: true });
      this.#queue.push(call);
      this.#next(runtime);
    });
  }

  /** Asks the first call of the queue, when none is being answered. */
  async #next(runtime) {
    if (this.#asked || !this.#queue.length) return;
    const call = (this.#asked = this.#queue.shift());
    try {
      await this.start(runtime);
    } catch (error) {
      this.#asked = null;
      [call, ...this.#queue.splice(0)].forEach((waiting) => waiting.reject(error));
      return;
    }
    call.left -= 1;
    try {
      call.resolve(JSON.parse(await this.#answer(call)));
    } catch (error) {
      this.#end();
      if (call.left) this.#queue.unshift(call);
      else call.reject(error);
    }
    this.#asked = null;
    this.#next(runtime);
  }

  #answer({ ask, given }) {
    let timer;
    return new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error("no answer in time")), CALL_LIMIT);
      this.#stop = reject;
      this.#worker.onmessage = ({ data }) => ("answer" in data ? resolve(data.answer) : reject(new Error(data.error)));
      this.#worker.postMessage({ ask, given });
    }).finally(() => {
      clearTimeout(timer);
      this.#stop = null;
    });
  }

  async #begin(runtime) {
    this.#say("loading");
    if (typeof WebAssembly !== "object" || typeof Worker !== "function" || location.protocol === "file:") {
      throw new Error("this browser cannot run Python here");
    }
    this.#runtime = runtime;
    for (let left = STARTS; left; ) {
      left -= 1;
      try {
        return await this.#launch(runtime);
      } catch (error) {
        this.#end();
        if (!left) throw error;
      }
    }
  }

  #launch({ worker, ...runtime }) {
    const seen = new Map();
    const total = Object.values(runtime.files).reduce((sum, bytes) => sum + bytes, 0);
    let timer;
    return new Promise((resolve, reject) => {
      const alive = () => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(new Error("Python did not start in time")), STALL_LIMIT);
      };
      alive();
      this.#worker = new Worker(worker, { type: "module" });
      this.#worker.onerror = (event) => {
        const error = new Error(event.message ?? "the worker stopped");
        reject(error);
        if (this.#stop) this.#stop(error);
      };
      this.#worker.onmessage = ({ data }) => {
        alive();
        if (data.failed) reject(new Error(data.failed));
        else if (data.ready) resolve();
        else {
          seen.set(data.url, data.seen);
          const sum = [...seen.values()].reduce((one, other) => one + other, 0);
          this.dispatchEvent(new CustomEvent("progress", { detail: Math.min(1, sum / total) }));
        }
      };
      this.#worker.postMessage({ start: runtime, again: this.#again });
    }).finally(() => clearTimeout(timer));
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#started = null;
    this.#again = true;
  }

  /**
   * Has another worker keep a picture of Python just started, so that the next page need not
   * start it anew. Settles when that is done, was done before, or cannot be.
   */
  async keepPicture() {
    if (document.documentElement.dataset.engine !== "ready" || navigator.deviceMemory < ENOUGH) return;
    const { worker, ...runtime } = this.#runtime;
    const maker = new Worker(worker, { type: "module", name: "picture" });
    await new Promise((done) => {
      setTimeout(done, STALL_LIMIT);
      maker.onerror = done;
      maker.onmessage = ({ data }) => { if (data.ready || data.failed) done(); };
      maker.postMessage({ picture: runtime });
    });
    maker.terminate();
  }

  #say(state) {
    document.documentElement.dataset.engine = state;
    performance.mark(`Python ${state}`); // for whoever measures
    this.dispatchEvent(new CustomEvent("state", { detail: state }));
  }
}

export const engine = new Engine();

/** Returns what a form says of where Python lies, with the addresses of its files. */
export function runtimeOf(form) {
  const known = JSON.parse(form.dataset.runtime);
  const folder = new URL(`../runtime/${known.folder}/`, import.meta.url).href;
  const kept = navigator.serviceWorker?.controller ? new URL(`../kept/${known.folder}/`, import.meta.url).href : undefined;
  return { ...known, folder, kept, worker: new URL("./worker.js", import.meta.url).href };
}
