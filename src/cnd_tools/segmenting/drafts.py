"""The labels that delegations give the paragraphs of a draft: "PP1" and "Pp2 bis" in its preamble, "OP3" after it."""

from __future__ import annotations

import re

from cnd_tools.segmenting.numbering import Marker, Reading

_LABEL = re.compile(r"(?P<part>[PO])[Pp]\s?(?P<number>\d{1,3})(?:\s?(?P<bis>bis|ter|quater|alt))?[.:]?(?:\s+|$)")
BEGUN = frozenset({"PP", "Pp", "OP", "Op"})
"""What such a label begins with."""
_SUFFIXES = {"": 0, "bis": 1, "ter": 2, "quater": 3, "alt": 1}


def draft_marker(line: str) -> Marker | None:
    """Return the marker of a paragraph of a draft, None where the line does not begin with one.

    Args:
        line: a line without the white space around it.
    """
    found = _LABEL.match(line) if line[:1] in "PO" else None
    if found is None:
        return None
    suffix = found["bis"] or ""
    key = f"{found['part']}P{int(found['number'])}{' ' if suffix else ''}{suffix}"
    style = "PP" if found["part"] == "P" else "number"
    reading = Reading(style, int(found["number"]), _SUFFIXES[suffix])
    return Marker(found[0].strip(), "draft", key, (reading,), found.end(), reading.value == 1 and not suffix)


def in_preamble(marker: Marker) -> bool:
    """Return whether a marker is one of a draft's preamble."""
    return marker.form == "draft" and marker.key.startswith("P")
