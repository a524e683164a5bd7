"""Whose document it is, where that is not the United Nations': "INTERNATIONAL MARITIME ORGANIZATION".

In its texts "the Organization" is that organization, and "the Assembly" its own and not the General Assembly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cnd_tools.extracting.actors.gazetteer import Known, read_pieces
from cnd_tools.extracting.actors.tokens import cut_text
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon

_HEAD = 1_000  # characters in which a document says whose it is
_LONGEST = 90  # characters of an organization's name, and of where it is defined
_SHORT = "the Organization"
_ORGAN = "Assembly"
_UNITED_NATIONS = "united_nations"
_DEFINED = re.compile(
    r"(?:[(,]\s?hereinafter[\w\s]{0,40}|[(]\s?)[“\"'‘](?:the\s)?Organi[sz]ation[”\"'’]"
    r"|[“\"'‘]Organi[sz]ation[”\"'’]\smeans\s(?P<means>[^.;]{4,90})"
)


def own_names(text: str, lexicon: Lexicon) -> dict[str, Known]:
    """Return whom a document of a specialized agency means by "the Organization" and by "Assembly"; nobody in others.

    Args:
        text: the document's whole text.
        lexicon: whose organizations to go by.
    """
    if "rganization" not in text and "ORGANI" not in text[:_HEAD]:
        return {}
    titled = next(_titled(text, lexicon), None)
    found = titled or next(_defined(text, lexicon), None)
    if found is None:
        return {}
    learned = {_SHORT: found._replace(guessed=False, pattern="", rule=f"short:{found.name}")}
    if titled is not None and _ORGAN in text.title():
        own = Known(_ORGAN.lower(), _ORGAN, "un", f"short:{titled.name}")
        learned |= {_ORGAN: own, _ORGAN.upper(): own}
    return learned


@rule("short.organization")
def _titled(text: str, lexicon: Lexicon) -> Iterator[Known]:
    """Yield the organization whose name is a line of the document's head."""
    for line in text[:_HEAD].splitlines():
        name = line.strip(" \t*#_|")
        if len(name) <= _LONGEST and "ORGANI" in name.upper():
            yield from (one for one, whole in _named(name, lexicon) if whole)


@rule("short.organization_defined")
def _defined(text: str, lexicon: Lexicon) -> Iterator[Known]:
    """Yield the organization a treaty calls so: "the World Tourism Organization (hereinafter “the Organization”)"."""
    for match in _DEFINED.finditer(text):
        means = match["means"] or text[max(match.start() - _LONGEST, 0) : match.start()]
        named = [one for one, _ in _named(means, lexicon)]
        yield from named[:1] if match["means"] else named[-1:]


def _named(words: str, lexicon: Lexicon) -> Iterator[tuple[Known, bool]]:
    """Yield the organizations some words name, each with whether they are all the words; not the United Nations."""
    pieces = cut_text(words)
    for name in read_pieces(pieces, lexicon).names:
        printed = " ".join(pieces.texts[name.start : name.end]).lower()
        body = name.known is not None and name.known.type in ("un", "organization") and "organi" in printed
        if name.known is not None and body and name.known.actor != _UNITED_NATIONS:
            yield name.known, name.end - name.start == len(pieces.texts)
