// Runs Python beside the page. It knows no rule: it starts the engine, hands a
// question to it and hands the answer back.

const PACE = 100; // milliseconds between two words on how far a download is
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

async function start({ folder, files, engine, integrity, info }) {
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
  });
  const wheel = await (await early.get(url(engine))).arrayBuffer();
  pyodide.FS.writeFile("/engine.whl", new Uint8Array(wheel)); // Python imports from archives
  pyodide.pyimport("sys").path.insert(0, "/engine.whl");
  python = pyodide.pyimport("rapidreview.widget");
  self.pyodide = pyodide; // for whoever looks in from the browser's console
  early.clear();
}

self.onmessage = async ({ data }) => {
  if (data.start) {
    try {
      await Promise.race([start(data.start), breaking]);
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
