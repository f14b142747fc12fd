"""The short form of a policy: what an author writes, and how it becomes the full form."""
