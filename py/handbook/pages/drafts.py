"""Drafts: what a policy leaves out is shown as not read yet, and never as a silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import DRAFT, NOT_READ
from rapidreview.show import NOTHING, Html, el, joined

if TYPE_CHECKING:
    from rapidreview.model import Protocol


def draft_notice(protocol: Protocol) -> Html:
    """Return the sentence that the pages are those of a draft; else nothing."""
    if not protocol.is_draft:
        return NOTHING
    return joined(el("p", DRAFT, css="measure"), "\n")


def or_unread(body: Html, protocol: Protocol) -> Html:
    """Return ``body``; where a draft has nothing for it, that this was not read yet."""
    return body or unread(protocol)


def unread(protocol: Protocol) -> Html:
    """Return the sentence that this part of a draft was not read yet; else nothing."""
    return el("p", NOT_READ, css="measure mut") if protocol.is_draft else NOTHING
