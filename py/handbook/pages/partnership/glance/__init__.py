"""A partnership's first page: what to do now, is it one, the days, the contacts, its words."""

from handbook.pages.partnership.glance.do_now import do_now
from handbook.pages.partnership.glance.page import glance_page

__all__ = ["do_now", "glance_page"]
