// Packs Python for the browser: runs inside stock Pyodide under Node, so that the
// bytecode is made by the very interpreter that will read it.
// Usage: node pack.mjs <pyodide folder> <folder of sources> <output folder>
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

const [home, sources, output] = process.argv.slice(2);
const { loadPyodide, version } = await import(pathToFileURL(join(home, "pyodide.mjs")));
const pyodide = await loadPyodide({ indexURL: home + sep, jsglobals: {} });

function copyIn(folder, target) {
  pyodide.FS.mkdirTree(target);
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) copyIn(path, `${target}/${name}`);
    else pyodide.FS.writeFile(`${target}/${name}`, readFileSync(path));
  }
}

copyIn(sources, "/sources");
pyodide.FS.writeFile("/stdlib.zip", readFileSync(join(home, "python_stdlib.zip")));
pyodide.FS.writeFile("/pack.py", readFileSync(new URL("./pack_inside.py", import.meta.url)));
try {
  pyodide.runPython("import sys; sys.path.insert(0, '/'); import pack; pack.pack('/sources', '/stdlib.zip', '/out')");
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
for (const name of pyodide.FS.readdir("/out").filter((name) => !name.startsWith("."))) {
  writeFileSync(join(output, name), pyodide.FS.readFile(`/out/${name}`));
}
const lock = JSON.parse(readFileSync(join(home, "pyodide-lock.json"), "utf8"));
writeFileSync(join(output, "info.json"), JSON.stringify({ version, info: lock.info }));
process.exit(0);
