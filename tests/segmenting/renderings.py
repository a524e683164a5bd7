"""One text as people hold it: a line a paragraph as Word saves it, or wrapped, and no blank line in it."""

import re
import textwrap

_ITEM = re.compile(r"\([a-z]{1,4}\) |[•–] ")


def single_spaced(text):
    """Return a flowed text without its blank lines."""
    return "\n".join(line.rstrip() for line in text.splitlines() if line.strip()) + "\n"


def wrapped(text, width, *, first=0, hang=0):
    """Return a flowed text wrapped to a width, without blank lines; columns of a masthead stay as they are.

    Args:
        text: a line a paragraph.
        width: of the lines.
        first: how far the first line of a paragraph is set in.
        hang: how far the further lines of letters and bullets are.
    """
    rows = []
    for line in single_spaced(text).splitlines():
        if len(line) <= width and "   " in line:
            rows.append(line)
            continue
        inside = " " * (hang if _ITEM.match(line.strip()) else 0)
        rows += textwrap.wrap(
            line.strip(), width, initial_indent=" " * first, subsequent_indent=inside, break_long_words=False
        )
    return "\n".join(rows) + "\n"
