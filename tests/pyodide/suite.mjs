// Runs the engine's own tests inside real Pyodide, on the engine and the runtime as packed for
// the browser; only the standard library is the whole one, because the tests need more of it.
// Usage: node suite.mjs <root> <pyodide folder> <wheel> <site-packages> <policies as JSON> <tests ...>
import { readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { pathToFileURL } from "node:url";

const [root, home, wheel, packages, dump, ...tests] = process.argv.slice(2);
const packed = dirname(wheel) + sep;
const { info } = JSON.parse(readFileSync(join(home, "pyodide-lock.json"), "utf8"));
const { loadPyodide } = await import(pathToFileURL(join(packed, "pyodide.mjs")));
const pyodide = await loadPyodide({
  indexURL: packed,
  stdLibURL: join(home, "python_stdlib.zip"),
  lockFileContents: { info, packages: {} },
  packageBaseUrl: packed,
  env: { HOME: "/home/pyodide", PYTEST_DISABLE_PLUGIN_AUTOLOAD: "1" },
});
try {
  for (const [here, there] of [[root, "/root"], [packages, "/packages"]]) {
    pyodide.FS.mkdirTree(there);
    pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: here }, there);
  }
  pyodide.unpackArchive(new Uint8Array(readFileSync(wheel)), "zip", { extractDir: "/engine" });
  pyodide.FS.writeFile("/dump.json", readFileSync(dump));
  pyodide.globals.set("tests", pyodide.toPy(tests));
  process.exitCode = await pyodide.runPythonAsync(`
import sys
sys.dont_write_bytecode = True
sys.path[:0] = ["/engine", "/root/tests/pyodide"]
sys.path += ["/root/py", "/packages"]
import hypothesis_native, stand_ins
hypothesis_native.install()
stand_ins.install("/dump.json")
import os, rapidreview
assert rapidreview.__file__.startswith("/engine/") and rapidreview.__file__.endswith(".pyc"), rapidreview.__file__
import hypothesis, pytest
hypothesis.settings.register_profile("few", database=None, deadline=None, max_examples=20)
os.chdir("/root")
int(pytest.main([*tests, "-q", "-p", "no:cacheprovider"]))
`);
} catch (error) {
  console.error(String(error));
  process.exitCode = 70;
}
process.exit();
