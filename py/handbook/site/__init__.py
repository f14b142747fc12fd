"""The site: built, finished and served."""
