"""The conversion of policies of an older format to the one that is read."""

from handbook.upgrade.policy import Upgraded, upgraded

__all__ = ["Upgraded", "upgraded"]
