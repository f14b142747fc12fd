"""The sources of a partnership's pages: what was read, and where each section is used."""
