// Packs Python for the browser: runs inside stock Pyodide under Node, so that the
// bytecode is made by the very interpreter that will read it.
// Usage: node pack.mjs <pyodide folder> <the engine's wheel> <output folder>
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { pathToFileURL } from "node:url";

const [home, wheel, output] = process.argv.slice(2);
const { loadPyodide, version } = await import(pathToFileURL(join(home, "pyodide.mjs")));
const pyodide = await loadPyodide({ indexURL: home + sep, jsglobals: {} });

const name = basename(wheel);
pyodide.FS.writeFile(`/${name}`, readFileSync(wheel));
pyodide.FS.writeFile("/stdlib.zip", readFileSync(join(home, "python_stdlib.zip")));
pyodide.FS.writeFile("/pack.py", readFileSync(new URL("./pack_inside.py", import.meta.url)));
pyodide.FS.writeFile("/finder.py", readFileSync(new URL("./pack_finder.py", import.meta.url)));
pyodide.FS.mkdirTree("/out");
try {
  pyodide.runPython(`import sys; sys.path.insert(0, "/"); import pack; pack.pack("${name}", "/stdlib.zip", "/out")`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
for (const made of pyodide.FS.readdir("/out").filter((made) => !made.startsWith("."))) {
  writeFileSync(join(output, made), pyodide.FS.readFile(`/out/${made}`));
}
const lock = JSON.parse(readFileSync(join(home, "pyodide-lock.json"), "utf8"));
writeFileSync(join(output, "info.json"), JSON.stringify({ version, info: lock.info }));
process.exit(0);
