"""How much one document may take of time, memory and room, so that no file stops whoever reads many.

No document that we know of comes near these bounds; who has one that does sets others in `CND_BUDGET`.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, fields, replace

from cnd_tools.errors import RefusedInput, UsageError

MIB = 1024 * 1024
_SET = re.compile(r"([a-z]{1,20})=([0-9]{1,12})")


class Exceeded(RefusedInput):
    """A document is beyond a bound; raised without its name, which whoever reads it puts before the message."""


@dataclass(frozen=True, slots=True)
class Budget:
    """Most of everything that one document may have or need.

    Attributes:
        seconds: of a processor to read a PDF, Word, HTML or Markdown document; a PDF's so many again for each
            `MORE_FOR` bytes of it, as one of a thousand pages and 29 MB takes 26.
        memory: MiB to read one of these, beyond what the program has already, a PDF's again as the seconds; that one
            takes 800, a Word file of 400 pages about a thousand.
        parts: files in a Word document.
        unpacked: MiB that these may unpack to, together.
        markup: tags and attributes in a Word document; each takes some 300 bytes, and Word writes some 17 a word.
        characters: of the text, whatever it is read from; a report of a thousand pages has three million.
        lines: of the text; each point has at least one.
        points: that are analysed.
        point: characters of a point that is analysed, some twenty pages: it is parsed at once, in half a gigabyte.
    """

    seconds: int = 30
    memory: int = 1024
    parts: int = 10_000
    unpacked: int = 512
    markup: int = 8_000_000
    characters: int = 25_000_000
    lines: int = 1_000_000
    points: int = 200_000
    point: int = 100_000

    def of(self, kind: str, size: int) -> Budget:
        """Return what a file of a format and so many bytes may take to be read.

        Only a PDF has more pages as it is larger, and so more seconds and memory; a Word file is packed, and a few of
        its bytes may be very many.
        """
        times = 1 + size // MORE_FOR if kind == "pdf" else 1
        return replace(self, seconds=self.seconds * times, memory=self.memory * times)

    def exceeded(self, name: str, what: str) -> Exceeded:
        """Return the refusal of a document.

        Args:
            name: of the bound that it is beyond.
            what: of what there is too much, "a text of more than {} characters", the bound in place of the braces.
        """
        most = getattr(self, name)
        return Exceeded(f"{what.format(most)}; split it, or allow more with CND_BUDGET={name}=…")


MORE_FOR = 6 * MIB
"""Bytes of a PDF for which it gets the seconds and the memory of its budget again."""


def budget() -> Budget:
    """Return the budget of a document: `$CND_BUDGET`, as "seconds=300,memory=4096", over the bounds by default.

    Raises:
        UsageError: the variable says something else.
    """
    said = os.environ.get("CND_BUDGET", "")
    names = [one.name for one in fields(Budget)]
    found: dict[str, int] = {}
    for word in filter(None, (word.strip() for word in said.split(","))):
        setting = _SET.fullmatch(word)
        if setting is None or setting[1] not in names or not int(setting[2]):
            wanted = f"give NAME=NUMBER,… with names from {', '.join(names)}"
            raise UsageError(f"CND_BUDGET: {word[:60]!r} is no bound; {wanted}")
        found[setting[1]] = int(setting[2])
    return Budget(**found)
