"""The flow: a protocol's steps as a numbered list with branches, and as a map."""
