"""The benchmark: how fast Python answers in the browser, ours beside others'."""
