"""Points to rows: who holds what, who should do what, on which theme. `analyse_point` is the one order of it."""

from cnd_tools.extracting.analysing import PointAnalysis, analyse_point
from cnd_tools.extracting.context import PointContext

__all__ = ["PointAnalysis", "PointContext", "analyse_point"]
