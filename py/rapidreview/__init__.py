"""The engine: what a policy means. Standard library only, the same in CPython and in the browser."""
