"""The clean text of lines, and that each of its pieces is where it says. What stands in {} is cut (a note mark)."""

import re

import pytest

from cnd_tools.segmenting.clean import _FEW, _WORD, Cleaner, Words


def cleaned(written, *, words=""):
    """Return the clean text of the lines of `written`; `words` stand elsewhere in the document."""
    parts = re.split(r"[{}]", written)
    ends = [sum(map(len, parts[: place + 1])) for place in range(len(parts))]
    source = "".join(parts)
    cleaner = Cleaner(source + "\n" + words, list(zip(ends[::2], ends[1::2], strict=False)))
    lines = [(found.start(), found.end()) for found in re.finditer(r"\S(?:[^\n]*\S)?", source)]
    text, pieces = cleaner.join(lines)
    at = 0
    for piece in pieces:
        assert piece.length > 0
        assert text[at : piece.text] in ("", " ")
        at = piece.text + piece.length
        assert text[piece.text : at] == source[piece.source : piece.source + piece.length]
    assert at == len(text)
    if len(lines) == 1:
        assert cleaner.line(source[slice(*lines[0])], lines[0][0]) == (text, pieces)
    return text


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("as it is", "as it is"),
        ("two  blanks", "two blanks"),
        ("a\ttab", "a tab"),
        ("a\u00a0blank that holds, \t and more", "a blank that holds, and more"),
        ("co\u00adoperate", "cooperate"),
        ("a zero\u200bwidth blank", "a zero\u200bwidth blank"),
        ("the Board{1} met", "the Board met"),
        ("the Board{1}, the Council{2} and all", "the Board, the Council and all"),
        ("the Board{1}{2} met", "the Board met"),
        ("the  whole  Board{1}  met", "the whole Board met"),
        ("the Board  {1}met", "the Board met"),
        ("{1}  The Board met", "The Board met"),
        ("{1}The Board met", "The Board met"),
        ("The Board{1}", "The Board"),
        ("The  Board{1}", "The Board"),
        ("{1}", ""),
    ],
)
def test_a_line(written, clean):
    assert cleaned(written) == clean


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("the Board\nmet", "the Board met"),
        ("  the Board  \n\n  met  ", "the Board met"),
        ("the Board{1}\nmet", "the Board met"),
        ("the  whole Board{1}\nmet", "the whole Board met"),
        ("the Board\n{1}met", "the Board met"),
        ("the Board\n{1}\nmet", "the Board met"),
        ("soft\u00ad\nness", "softness"),
        ("non-\ngovernmental", "non-governmental"),
        ("the Secretary- \nGeneral", "the Secretary-General"),
        ("non\u2010\ngovernmental", "non\u2010governmental"),
        ("a-\nb", "a-b"),
        ("a -\nb", "a - b"),
        ("-\nb", "- b"),
        ("1990–\n2000", "1990– 2000"),
    ],
)
def test_lines_are_joined(written, clean):
    assert cleaned(written) == clean


@pytest.mark.parametrize(
    ("written", "words", "clean"),
    [
        ("inter-\nnational", "International", "international"),
        ("Inter-\nnational", "international", "International"),
        ("inter-\nnational\norder", "international", "international order"),
        ("inter-\nnational", "an inter-national or international order", "inter-national"),
        ("inter-\nnational", "internationally", "inter-national"),
        ("inter-\nNational", "international", "inter-National"),
        ("money-launder-\ning", "money-laundering", "money-laundering"),
        ("vitamin-\na", "vitamina", "vitamina"),
        ("1990-\nstyle", "style", "1990-style"),
        ("post-\n1990", "post1990", "post-1990"),
        ("one inter-\nnational and cross-\nnational", "international", "one international and cross-national"),
    ],
)
def test_a_hyphen_goes_where_the_document_writes_the_word_without(written, words, clean):
    assert cleaned(written, words=words) == clean


@pytest.mark.parametrize("word", ["national", "inter-national", "inter", "co", "launder", "é", "ét", "x", "order"])
@pytest.mark.parametrize(
    "text",
    [
        "an inter-national order",
        "internationally, (national) x-",
        "inter--national co- operates",
        "money-launder1 launder_ing",
        "l’été x2 2x x",
        "NATIONAL",
        "-inter-",
    ],
)
def test_words_are_found_as_they_are_listed(word, text):
    few, many = Words(text), Words(text)
    for number in range(_FEW):
        assert f"other{number}" not in many
    assert (word in few) == (word in many) == (word in _WORD.findall(text.lower()))


def test_no_text_has_no_pieces():
    assert Cleaner("text").line("", 2) == ("", ())
    assert Cleaner("text").join([]) == ("", ())
    assert Cleaner("text").join([(2, 2)]) == ("", ())
