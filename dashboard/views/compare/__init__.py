"""Compare: two periods side by side, what changed between them, from whom to whom."""

from dashboard.views.compare.asset import changes_asset
from dashboard.views.compare.data import changes, pair_of

__all__ = [
    "changes",
    "changes_asset",
    "pair_of",
]
