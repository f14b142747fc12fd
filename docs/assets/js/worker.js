// Runs Python beside the page. It knows no rule: it starts the engine, hands a
// question to it and hands the answer back.

const PACE = 100; // milliseconds between two words on how far a download is
const early = new Map();
const realFetch = self.fetch.bind(self);
const pictures = () => import("./picture.js");
let python;
let broken; // rejects the start: the runtime itself never settles when a download of its own fails
const breaking = new Promise((_, reject) => { broken = reject; });
breaking.catch(() => {});

/**
 * Fetches a file at once. Anything but the whole file breaks the start, which is why the bytes are
 * counted; not where there is a `picture`: what was here when it was made lies in the browser.
 */
function fetchEarly(url, bytes, picture, integrity) {
  const got = realFetch(url, integrity ? { integrity } : {}).then(async (response) => {
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    if (!(await picture)) count(response.clone(), url, bytes).catch(broken);
    return response;
  });
  got.catch(broken);
  early.set(url, got);
}

async function count(response, url, bytes) {
  let seen = 0;
  let told = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    seen += value.byteLength;
    if (performance.now() - told < PACE) continue;
    told = performance.now();
    self.postMessage({ url, seen });
  }
  self.postMessage({ url, seen });
  if (seen !== bytes) throw new Error(`${url}: ${seen} of ${bytes} bytes`);
}

self.fetch = (resource, options) => early.get(String(resource.url ?? resource)) ?? realFetch(resource, options);

/**
 * Compiles while the download runs and before the runtime asks for it: the runtime would
 * begin only when its own script had arrived and run. It gets it when `memory` is there, too.
 */
function compileEarly(url, memory) {
  const compiled = early.get(url).then(async (response) =>
    response.headers.get("content-type") === "application/wasm"
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer())); // a server that does not know the type
  for (const needed of [compiled, memory]) needed.catch(broken);
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    if ((await source) !== (await early.get(url))) return instantiate.call(WebAssembly, source, imports);
    const [module] = await Promise.all([compiled, memory]);
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}

/**
 * Returns the folder to take the runtime from: the browser's own cache has it quickest. Where that
 * lost it, or must ask whether it is still right, or it did not start (`again`), what the service
 * worker kept is better, if there is one.
 */
async function source({ folder, kept, again }) {
  if (!kept || again) return kept ?? folder;
  const url = new URL("pyodide.asm.wasm", folder);
  const here = await realFetch(url, { cache: "only-if-cached", mode: "same-origin" }).catch(() => undefined);
  here?.body.cancel();
  return here?.ok && here.headers.get("cache-control")?.includes("immutable") ? folder : kept;
}

/** Starts Python, from a `picture` where there is one, and returns its runtime, or fails as soon as anything does. */
function start(...what) {
  return Promise.race([launch(...what), breaking]);
}

async function launch({ files, engine, integrity, info, ...where }, picture, options) {
  const folder = await source(where);
  const url = (name) => new URL(name, folder).href;
  const loader = import(url("pyodide.mjs"));
  import(url("pyodide.asm.js")).catch(broken);
  fetchEarly(url("pyodide.asm.wasm"), files["pyodide.asm.wasm"], picture);
  compileEarly(url("pyodide.asm.wasm"), Promise.resolve(picture).then((found) => found?.whole));
  fetchEarly(url("stdlib.zip"), files["stdlib.zip"], picture);
  fetchEarly(url(engine), files[engine], picture, integrity);
  const { loadPyodide } = await loader;
  const pyodide = await loadPyodide({
    indexURL: folder,
    stdLibURL: url("stdlib.zip"),
    lockFileContents: { info, packages: {} },
    packageBaseUrl: folder,
    _loadSnapshot: (await picture)?.memory,
    ...options,
  });
  const wheel = await (await early.get(url(engine))).arrayBuffer();
  pyodide.FS.writeFile("/engine.whl", new Uint8Array(wheel)); // Python imports from archives
  const { path } = pyodide.pyimport("sys");
  if (!path.includes("/engine.whl")) path.insert(0, "/engine.whl");
  python = pyodide.pyimport("rapidreview.browser");
  self.pyodide = pyodide; // for whoever looks in from the browser's console
  early.clear();
  return pyodide;
}

/** Starts Python for the page. When anything failed before (`again` says so) pictures are given up. */
async function begin(runtime, again) {
  const { folder } = runtime;
  const giveUp = async () => {
    const { known, keep } = await pictures();
    if (await known(folder)) await keep(folder);
  };
  if (again) await giveUp().catch(() => {});
  const picture = again ? undefined : pictures().then(({ recalled }) => recalled(folder)).catch(() => {});
  try {
    await start({ ...runtime, again }, picture);
  } catch (error) {
    await giveUp().catch(() => {});
    throw error;
  }
}

/**
 * Keeps a picture of Python's memory just after its start, unless there is one. It was asked
 * nothing: nothing of the reader's is in it. Where it cannot be made, it is not tried again.
 */
async function makePicture(runtime) {
  const { known, keep } = await pictures();
  if (await known(runtime.folder)) return;
  try {
    const pyodide = await start(runtime, undefined, { _makeSnapshot: true });
    python.warm();
    python.destroy();
    pyodide.runPython("import gc; gc.collect()");
    await keep(runtime.folder, pyodide.makeMemorySnapshot());
  } catch (error) {
    await keep(runtime.folder);
    throw error;
  }
}

self.onmessage = async ({ data }) => {
  if (data.start || data.picture) {
    try {
      await (data.start ? begin(data.start, data.again) : makePicture(data.picture));
      self.postMessage({ ready: true });
    } catch (error) {
      self.postMessage({ failed: String(error) });
    }
    return;
  }
  try {
    self.postMessage({ answer: python.answer(data.ask, data.given) });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
