// Leaves out of Pyodide what only other people's compiled packages would call: it exports
// nine thousand functions for them. Kept is what its own JavaScript names; what nothing
// reaches any more goes too (Binaryen's wasm-metadce finds that).
// Usage: node trim.mjs <pyodide folder> <wasm-metadce> <output folder>
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [home, metadce, output] = process.argv.slice(2);
const WASM = "pyodide.asm.wasm";
const SCRIPT = "pyodide.asm.js";
// What WebAssembly the file uses; anything newer might not be read by the readers' browsers.
const FEATURES = [
  "exception-handling", "bulk-memory", "sign-ext", "mutable-globals", "nontrapping-float-to-int",
  "reference-types", "multivalue",
].map((feature) => `--enable-${feature}`);
// Three ways in which the script gives an exported function a name of its own, and no use of it.
const NAMED = [
  /var \w+=Module\["\w+"\]=wasmExports\["([^"]+)"\];/g,
  /var \w+=Module\["\w+"\]=\([\w,]*\)=>\(\w+=Module\["\w+"\]=wasmExports\["([^"]+)"\]\)\([\w,]*\);/g,
  /wasmExports\["([^"]+)"\]=makeWrapper_\w+\(wasmExports\["[^"]+"\]\);/g,
];
const OWN = /^(__wasm_|__start_|__stop_|__em_js__)/; // called by the start itself

const bytes = readFileSync(join(home, WASM));
const script = readFileSync(join(home, SCRIPT), "utf8");
const module = new WebAssembly.Module(bytes);
const without = NAMED.reduce((text, shape) => text.replace(shape, ""), script);
const words = new Set((without + readFileSync(join(home, "pyodide.mjs"), "utf8")).match(/[\w$]+/g));
const asked = new Set(WebAssembly.Module.imports(module).filter((one) => one.module.startsWith("GOT")).map((one) => one.name));

const every = WebAssembly.Module.exports(module);
const kept = every.filter(({ name, kind }) =>
  asked.has(name) || OWN.test(name) || (kind === "function" && (words.has(name) || words.has(`_${name}`))));
const graph = kept.map(({ name }, number) => ({ name: `root${number}`, export: name, root: true }));
const listing = join(output, "roots.json");
writeFileSync(listing, JSON.stringify(graph));
const trimmed = join(output, WASM);
execFileSync(process.execPath, [metadce, ...FEATURES, `--graph-file=${listing}`, join(home, WASM), "-o", trimmed], {
  stdio: ["ignore", "ignore", "inherit"],
});

const names = new Set(kept.map(({ name }) => name));
const shorter = NAMED.reduce((text, shape) => text.replace(shape, (all, name) => (names.has(name) ? all : "")), script);
const left = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(trimmed)));
if (shorter.length === script.length || !left.length || left.length >= every.length) {
  throw new Error("Pyodide is not of the shape that this trims");
}
writeFileSync(join(output, SCRIPT), shorter);
process.exit(0);
