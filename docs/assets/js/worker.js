// Runs Python beside the page. It knows no rule: it starts the engine, hands a
// question to it and hands the answer back.

const PACE = 100; // milliseconds between two words on how far a download is
const DIGEST = "x-sha256"; // the header in which a picture's hash is kept beside it
const NONE = new Uint8Array(); // kept instead of a picture where pictures do not work
const early = new Map();
const realFetch = self.fetch.bind(self);
let python;
let broken; // rejects the start: the runtime itself never settles when a download of its own fails
const breaking = new Promise((_, reject) => { broken = reject; });
breaking.catch(() => {});

/** Fetches a file at once and counts its bytes; anything but the whole file breaks the start. */
function fetchEarly(url, bytes, integrity) {
  const got = realFetch(url, integrity ? { integrity } : {}).then((response) => {
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    count(response.clone(), url, bytes).catch(broken);
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
 * begin only when its own script had arrived and run.
 */
function compileEarly(url) {
  const compiled = early.get(url).then(async (response) =>
    response.headers.get("content-type") === "application/wasm"
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer())); // a server that does not know the type
  compiled.catch(broken);
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    if ((await source) !== (await early.get(url))) return instantiate.call(WebAssembly, source, imports);
    const module = await compiled;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}

/**
 * Where a picture of Python's memory lies: in the cache of this version's files, which the
 * service worker removes with the version. An empty one says that pictures do not work here.
 */
function place(folder) {
  return [`${new URL("../../../", folder).href} python ${folder.split("/").at(-2)}`, `${folder}memory`];
}

/** Returns what is kept as a picture, whole or not, if there is anything. */
async function known(folder) {
  const [name, url] = place(folder);
  return self.caches?.match(url, { cacheName: name });
}

/** Returns the picture that an earlier page left, if there is one and it is whole. */
async function recalled(folder) {
  const found = await known(folder);
  const picture = await found?.arrayBuffer();
  if (!picture?.byteLength) return undefined;
  if ((await digest(picture)) !== found.headers.get(DIGEST)) throw new Error("the picture is not as it was kept");
  return picture;
}

async function keep(folder, picture) {
  const [name, url] = place(folder);
  const headers = { [DIGEST]: await digest(picture) };
  await (await caches.open(name)).put(url, new Response(picture, { headers }));
}

async function digest(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))));
}

/** Starts Python, from a picture where there is one, and returns its runtime. */
async function start({ folder, files, engine, integrity, info }, options) {
  const url = (name) => new URL(name, folder).href;
  const loader = import(url("pyodide.mjs"));
  import(url("pyodide.asm.js")).catch(broken);
  fetchEarly(url("pyodide.asm.wasm"), files["pyodide.asm.wasm"]);
  compileEarly(url("pyodide.asm.wasm"));
  fetchEarly(url("stdlib.zip"), files["stdlib.zip"]);
  fetchEarly(url(engine), files[engine], integrity);
  const { loadPyodide } = await loader;
  const pyodide = await loadPyodide({
    indexURL: folder,
    stdLibURL: url("stdlib.zip"),
    lockFileContents: { info, packages: {} },
    packageBaseUrl: folder,
    ...(await options),
  });
  const wheel = await (await early.get(url(engine))).arrayBuffer();
  pyodide.FS.writeFile("/engine.whl", new Uint8Array(wheel)); // Python imports from archives
  const { path } = pyodide.pyimport("sys");
  if (!path.includes("/engine.whl")) path.insert(0, "/engine.whl");
  python = pyodide.pyimport("rapidreview.widget");
  self.pyodide = pyodide; // for whoever looks in from the browser's console
  early.clear();
  return pyodide;
}

/** Starts Python for the page. When anything failed before (`again` says so) pictures are given up. */
async function begin(runtime, again) {
  const { folder } = runtime;
  const giveUp = async () => { if (await known(folder)) await keep(folder, NONE); };
  if (again) await giveUp().catch(() => {});
  const picture = again ? undefined : recalled(folder).catch(giveUp).catch(() => {});
  try {
    await start(runtime, Promise.resolve(picture).then((found) => found && { _loadSnapshot: found }));
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
  if (await known(runtime.folder)) return;
  try {
    const pyodide = await start(runtime, { _makeSnapshot: true });
    python.warm();
    python.destroy();
    pyodide.runPython("import gc; gc.collect()");
    await keep(runtime.folder, pyodide.makeMemorySnapshot());
  } catch (error) {
    await keep(runtime.folder, NONE);
    throw error;
  }
}

self.onmessage = async ({ data }) => {
  if (data.start || data.picture) {
    try {
      await Promise.race([data.start ? begin(data.start, data.again) : makePicture(data.picture), breaking]);
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
