"""Quotations in Word: each paragraph under its themes and actors, coded words in bold."""

import docx

from cnd_tools.views.exports.quotations import by_actor, by_theme, write_quotations
from cnd_tools.views.safe import legal, visible
from views.exports.contents import ALL, HOSTILE, TREE, of
from views.made import EARLIER, LATER


def written(folder, *analyses):
    write_quotations(of(*analyses), folder / "a.docx")
    return docx.Document(folder / "a.docx")


def under(document):
    """Each heading with the paragraphs under it: their words, and the bold ones of them."""
    found, said = {}, ""
    for paragraph in document.paragraphs:
        if paragraph.style.name.startswith("Heading"):
            said = paragraph.text
            found.setdefault(said, [])
        else:
            found[said].append((paragraph.text, [run.text for run in paragraph.runs if run.bold]))
    return found


def test_paragraphs_stand_under_their_themes_and_actors(tmp_path):
    found = under(written(tmp_path, EARLIER, LATER, TREE))
    assert found["Technical assistance"] == [("To assist UNODC;  (tree, 4(a))", ["assist"])]
    assert found["UNODC: recipient"] == [("To assist UNODC;  (tree, 4(a))", ["UNODC"])]
    for one in (EARLIER, LATER):
        for row in one.themes:
            (point,) = (point for point in one.points if point.point == row.point)
            quoted = [text for text, _ in found[row.title]]
            assert f"{point.text}  ({one.document.name}, {row.point})" in quoted


def test_nothing_is_quoted_twice_under_a_code():
    for heading in [*by_theme(ALL), *by_actor(ALL)]:
        cited = [(one.point.document, one.point.point) for one in heading.quotations]
        assert len(cited) == len(set(cited))


def test_hostile_words_are_only_words(tmp_path):
    texts = [paragraph.text for paragraph in written(tmp_path, HOSTILE).paragraphs]
    for point in HOSTILE.points[:2]:
        assert any(text.startswith(legal(visible(point.text))) for text in texts)


def test_the_same_data_give_the_same_file(tmp_path):
    for name in ("a.docx", "b.docx"):
        write_quotations(of(*ALL), tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
