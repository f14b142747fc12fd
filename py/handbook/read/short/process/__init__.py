"""The process: steps in order, the events they mark, and the ways that lead through them."""
