"""The page of every field of the short form."""
