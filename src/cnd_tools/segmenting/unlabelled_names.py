"""Names a line each under a colon: "… elected the following members: / Ana Hill (Fiji) / Ben Reed (Togo)".

Lists of officers, members, documents and those who sign have no sign at the ends of their lines, as headings have none.
"""

from __future__ import annotations

from collections.abc import Sequence

from cnd_tools.segmenting.borders import in_capitals
from cnd_tools.segmenting.headings import is_part
from cnd_tools.segmenting.paragraphs import ENDS, Paragraph

_FEWEST = 3
_LONGEST = 25  # words
_SIGNS = frozenset("(:")  # "Chair: Ana Hill", "Note by the Secretariat (A/91/7)"


def names_ahead(coming: Sequence[Paragraph]) -> int:
    """Return how many paragraphs are names in a list; 0 if they are none.

    The last one heads what comes after, if that has a number and the names have nothing in common with it.

    Args:
        coming: the paragraph under the colon, and the next.
    """
    listed = 0
    signs = _signs(coming[0])
    for paragraph in coming:
        if not _may_be_name(paragraph) or _signs(paragraph) != signs:
            break
        listed += 1
    if not signs and listed < len(coming) and coming[listed].marker is not None:
        listed -= 1
    return listed if listed >= _FEWEST else 0


def _signs(paragraph: Paragraph) -> bool:
    return not _SIGNS.isdisjoint(paragraph.first)


def _may_be_name(paragraph: Paragraph) -> bool:
    if paragraph.marker is not None or paragraph.mark is not None or paragraph.sign in ENDS:
        return False
    long = sum(len(line.text.split()) for line in paragraph.lines) > _LONGEST
    return not (long or in_capitals(paragraph.first) or is_part(paragraph.first))
