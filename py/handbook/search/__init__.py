"""The search: what every page says, block by block, in files that the browser fetches by need."""

from handbook.search.article import Article, Part, article
from handbook.search.files import write_search

__all__ = ["Article", "Part", "article", "write_search"]
