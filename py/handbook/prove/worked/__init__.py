"""Worked dates: which a finished policy has, which are missing, and proposals for those."""

from handbook.prove.worked.proposals import Proposal, proposals
from handbook.prove.worked.seasons import near
from handbook.prove.worked.wanting import AT_LEAST, wanting

__all__ = ["AT_LEAST", "Proposal", "near", "proposals", "wanting"]
