"""Dates that cannot all be kept: what a clash is, and where there is one."""
