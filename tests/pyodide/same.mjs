// Answers questions with the runtime exactly as packed for the browser.
// Usage: node same.mjs <folder of the runtime> <manifest> <questions as JSON> <where to write the answers>
import { readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, manifest, questions, answers] = process.argv.slice(2);
const { engine, info } = JSON.parse(readFileSync(manifest, "utf8"));
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")));
try {
  const pyodide = await loadPyodide({
    indexURL: folder + sep,
    stdLibURL: join(folder, "stdlib.zip"),
    lockFileContents: { info, packages: {} },
    packageBaseUrl: folder + sep,
  });
  pyodide.FS.writeFile("/engine.whl", new Uint8Array(readFileSync(join(folder, engine))));
  pyodide.pyimport("sys").path.insert(0, "/engine.whl");
  pyodide.runPython(`
import _dataclass_methods, sys
class Noting(dict):
    written = []
    def get(self, text, other):
        if text not in self: self.written.append(text)
        return super().get(text, other)
_dataclass_methods.KNOWN = Noting(_dataclass_methods.KNOWN)
`);
  const python = pyodide.pyimport("rapidreview.browser");
  const asked = JSON.parse(readFileSync(questions, "utf8"));
  writeFileSync(answers, JSON.stringify(asked.map(([ask, given]) => python.answer(ask, given))));
  const found = pyodide.runPython(`
import dataclasses, importlib, json, zipfile
names = [name[:-4].replace("/", ".") for name in zipfile.ZipFile("/engine.whl").namelist() if name.endswith(".pyc") and "__init__" not in name]
modules = [importlib.import_module(name) for name in names]
json.dumps({
    "modules": len(modules),
    "classes": len({item for module in modules for item in vars(module).values() if isinstance(item, type) and dataclasses.is_dataclass(item)}),
    "written": len(Noting.written),
    "table": sorted(name for name, module in sys.modules.items() if getattr(module, "__loader__", None) is sys.meta_path[0]),
})
`);
  console.log(found);
} catch (error) {
  console.error(String(error));
  process.exitCode = 70;
}
process.exit();
