"""Drafts in words: what is said where a part of a protocol has not been read yet."""

from __future__ import annotations

NOT_READ = "This part of the protocol has not been read yet."
"""In the place of what a draft leaves out. It is no silence: nobody has looked."""
NOT_YET = "Not yet"
"""The same in a cell or beside a label."""
DRAFT = "This is a draft. The handbook has not read the whole protocol yet, and each page says which part is missing."
"""What stands at the top of every page of a draft."""
