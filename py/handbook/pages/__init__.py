"""Pages: what the press writes from policies before the site is built."""
