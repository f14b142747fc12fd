"""The deadlines of a protocol on one page."""
