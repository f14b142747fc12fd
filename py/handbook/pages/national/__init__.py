"""The national rules: the duty, the clocks, the sources, hard cases."""
