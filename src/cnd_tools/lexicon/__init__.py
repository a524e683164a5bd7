"""The words we know, as data: TOML files of `[[actor]]`, `[[theme]]`, `[[verb]]` … entries.

`load()` reads them once, refuses what is wrong with file and line, and gives a `Lexicon`: plain entries by kind.
What a pattern means is said in `cnd_tools.lexicon.patterns`, what an entry may say in `cnd_tools.lexicon.schema`.
"""

from cnd_tools.lexicon.entries import Entry, Lexicon
from cnd_tools.lexicon.loading import codebook_files, codebooks, listing, load, version

__all__ = ["Entry", "Lexicon", "codebook_files", "codebooks", "listing", "load", "version"]
