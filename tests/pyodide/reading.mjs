// Reads, validates and lints the policies inside real Pyodide, with pure-Python packages only, and
// prints as JSON what is found.
// Usage: node reading.mjs <root> <pyodide folder> <site-packages> <day>
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [root, home, packages, day] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(home, "pyodide.mjs")));
const pyodide = await loadPyodide({ indexURL: home });
try {
  for (const [here, there] of [[root, "/root"], [packages, "/packages"]]) {
    pyodide.FS.mkdirTree(there);
    pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: here }, there);
  }
  pyodide.globals.set("day", day);
  console.log(await pyodide.runPythonAsync(`
import os, sys
sys.dont_write_bytecode = True
sys.path += ["/root/py", "/packages"]
os.chdir("/root")
import json, time
from datetime import date
from pathlib import Path
begun = time.perf_counter()
from handbook.lint.run import lint
report = lint(Path("policies"), today=date.fromisoformat(day))
print(f"{time.perf_counter() - begun:.1f} s", file=sys.stderr)
compiled = sorted(
    name for name, module in sys.modules.items()
    if str(getattr(module, "__file__", None) or "").endswith(".so")
)
packages = sorted({
    name.partition(".")[0] for name, module in sys.modules.items()
    if str(getattr(module, "__file__", None) or "").startswith("/packages/")
})
json.dumps({"lines": report.lines(), "remarks": report.remarks, "compiled": compiled, "packages": packages})
`));
} catch (error) {
  console.error(String(error));
  process.exitCode = 70;
}
process.exit();
