// Runs Python beside the page. It knows no rule: it starts the engine, hands a
// question to it and hands the answer back.

const early = new Map();
const realFetch = self.fetch.bind(self);
let python;

/** Fetches a file at once, counts its bytes, and refuses anything but the whole file. */
function fetchEarly(url, bytes, type) {
  early.set(url, (async () => {
    const response = await realFetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    let seen = 0;
    const counted = response.body.pipeThrough(new TransformStream({
      transform(chunk, controller) {
        seen += chunk.byteLength;
        self.postMessage({ progress: { url, seen, bytes } });
        controller.enqueue(chunk);
      },
      flush() {
        if (seen !== bytes) throw new Error(`${url}: ${seen} of ${bytes} bytes`);
      },
    }));
    const body = await new Response(counted).arrayBuffer();
    return () => new Response(body, { headers: { "Content-Type": type } });
  })());
  early.get(url).catch(() => {});
}

self.fetch = async (resource, options) => {
  const url = String(resource.url ?? resource);
  return early.has(url) ? (await early.get(url))() : realFetch(resource, options);
};

async function start({ folder, files, info }) {
  const url = (name) => new URL(name, folder).href;
  fetchEarly(url("pyodide.asm.wasm"), files["pyodide.asm.wasm"], "application/wasm");
  fetchEarly(url("stdlib.zip"), files["stdlib.zip"], "application/zip");
  fetchEarly(url("engine.zip"), files["engine.zip"], "application/zip");
  const { loadPyodide } = await import(url("pyodide.mjs"));
  // The runtime never settles when a download of its own fails: look first.
  await Promise.all(early.values());
  const pyodide = await loadPyodide({
    indexURL: folder,
    stdLibURL: url("stdlib.zip"),
    lockFileContents: { info, packages: {} },
    packageBaseUrl: folder,
  });
  const engine = await (await self.fetch(url("engine.zip"))).arrayBuffer();
  pyodide.unpackArchive(engine, "zip", { extractDir: "/engine" });
  pyodide.runPython("import sys; sys.path.insert(0, '/engine')");
  python = pyodide.pyimport("rapidreview.widget");
  early.clear();
}

self.onmessage = async ({ data }) => {
  if (data.start) {
    try {
      await start(data.start);
      self.postMessage({ ready: true });
    } catch (error) {
      self.postMessage({ failed: String(error) });
    }
    return;
  }
  try {
    self.postMessage({ id: data.id, answer: python.answer(data.ask, data.given) });
  } catch (error) {
    self.postMessage({ id: data.id, error: String(error) });
  }
};
