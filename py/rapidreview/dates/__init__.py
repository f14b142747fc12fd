"""Deadlines: from the dates that are known to what is due when, with the working."""
