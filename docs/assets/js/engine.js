// Starts the worker, keeps it over page changes, queues what is asked of it, and
// says how it is: "loading", then "ready" or "failed". It knows no rule.

const START_LIMIT = 60_000; // milliseconds until a start counts as failed
const CALL_LIMIT = 10_000; // milliseconds until a call counts as hung

class Engine extends EventTarget {
  #worker = null;
  #started = null;
  #waiting = new Map();
  #number = 0;
  #seen = new Map();

  /** Returns a promise that settles when Python is ready. Starts it once; a failed start may be tried again. */
  start(runtime) {
    this.#started ??= this.#begin(runtime, 2).catch((error) => {
      this.#started = null;
      this.#say("failed");
      throw error;
    });
    return this.#started;
  }

  /** Returns the engine's answer to `ask` about `given`; a hung call is ended and asked once more. */
  async call(runtime, ask, given, again = true) {
    await this.start(runtime);
    const id = ++this.#number;
    const answer = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("no answer in time")), CALL_LIMIT);
      this.#waiting.set(id, { resolve, reject, timer });
    }).finally(() => {
      clearTimeout(this.#waiting.get(id)?.timer);
      this.#waiting.delete(id);
    });
    this.#worker.postMessage({ id, ask, given: JSON.stringify(given) });
    try {
      return JSON.parse(await answer);
    } catch (error) {
      this.#end();
      if (!again) throw error;
      return this.call(runtime, ask, given, false);
    }
  }

  async #begin(runtime, tries) {
    this.#say("loading");
    if (typeof WebAssembly !== "object" || typeof Worker !== "function" || location.protocol === "file:") {
      throw new Error("this browser cannot run Python");
    }
    try {
      await this.#launch(runtime);
    } catch (error) {
      this.#worker?.terminate();
      if (tries > 1) return this.#begin(runtime, tries - 1);
      throw error;
    }
    this.#say("ready");
  }

  #launch({ worker, ...runtime }) {
    this.#seen.clear();
    const total = Object.values(runtime.files).reduce((sum, bytes) => sum + bytes, 0);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("Python did not start in time")), START_LIMIT);
      const settle = (how, value) => { clearTimeout(timer); how(value); };
      this.#worker = new Worker(worker, { type: "module" });
      this.#worker.onerror = (event) => settle(reject, new Error(event.message ?? "the worker did not start"));
      this.#worker.onmessage = ({ data }) => {
        if (data.progress) {
          this.#seen.set(data.progress.url, data.progress.seen);
          const seen = [...this.#seen.values()].reduce((sum, bytes) => sum + bytes, 0);
          this.dispatchEvent(new CustomEvent("progress", { detail: Math.min(1, seen / total) }));
        } else if (data.ready) settle(resolve);
        else if (data.failed) settle(reject, new Error(data.failed));
        else if (data.error) this.#waiting.get(data.id)?.reject(new Error(data.error));
        else this.#waiting.get(data.id)?.resolve(data.answer);
      };
      this.#worker.postMessage({ start: runtime });
    });
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#started = null;
  }

  #say(state) {
    document.documentElement.dataset.engine = state;
    this.dispatchEvent(new CustomEvent("state", { detail: state }));
  }
}

export const engine = new Engine();
