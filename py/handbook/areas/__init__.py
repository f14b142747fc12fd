"""Finds the area of a local authority, and the partnership that covers it, by any name of it."""
