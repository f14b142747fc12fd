"""Python for the browser: Pyodide trimmed and packed with the engine and the policies."""
