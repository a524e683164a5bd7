"""What is seen of a document as a whole, by words that a user may add to."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnd_tools.extracting.documents import lays_down
from cnd_tools.extracting.grammar.word_classes import word_classes
from cnd_tools.lexicon import load
from cnd_tools.records import Document
from cnd_tools.segmenting import segment

BINDS = '[[marker]]\nid = "undertaking"\nform = "binding"\nwhy = "a protocol"\npatterns = ["undertakes to"]\n'
WISHES = '[[marker]]\nid = "hoping"\nform = "wishing"\nwhy = "a charter"\npatterns = ["is hoped to"]\n'
SHALL = "1. The carrier shall act.\n\n2. The owner shall pay.\n\n3. The Board shall meet."
UNDERTAKES = SHALL.replace("shall", "undertakes to")
MIXED = SHALL + "".join(f"\n\n{number}. The crew Is Hoped To rest." for number in (4, 5, 6))


@pytest.mark.parametrize(
    ("text", "own", "binds"),
    [
        (SHALL, "", True),
        (SHALL.replace("shall", "SHALL"), "", False),
        (SHALL.replace("shall", "should"), "", False),
        (UNDERTAKES, "", False),
        (UNDERTAKES, BINDS, True),
        (MIXED, "", True),
        (MIXED, WISHES, False),
    ],
)
def test_words_say_what_binds(text: str, own: str, binds: bool, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(own)
    words = word_classes(load(extra=[file] if own else []))
    assert lays_down(segment(Document("d", text)), words) is binds
