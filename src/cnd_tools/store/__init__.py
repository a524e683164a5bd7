"""What was analysed once is not analysed again: `Store` reads, segments and analyses, or remembers having done so."""

from cnd_tools.store.remembering import Store
from cnd_tools.store.settings import folder, limit

__all__ = ["Store", "folder", "limit"]
