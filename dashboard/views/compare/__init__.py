"""Compare: two periods side by side, what changed between them, from whom to whom."""

from dashboard.views.compare.asset import changes_asset
from dashboard.views.compare.data import pair_of, short_changes

__all__ = [
    "changes_asset",
    "pair_of",
    "short_changes",
]
