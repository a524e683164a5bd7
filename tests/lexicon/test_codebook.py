"""The codebook says what every column and every code of the tables means."""

import pytest

from cnd_tools.lexicon import load
from cnd_tools.lexicon.codebook import codebook, column
from cnd_tools.records import Document
from cnd_tools.tables import CODED, COLUMNS


@pytest.mark.parametrize(("table", "name"), [(table, name) for table, names in COLUMNS.items() for name in names])
def test_every_column_is_defined(table, name):
    assert column(table, name).endswith(".")


def test_a_column_that_is_none():
    with pytest.raises(KeyError):
        column("points", "colour")


def codes(variable, lexicon=None):
    return {one.code for one in codebook(lexicon or load(), actors={"unodc", "afg"}) if one.variable == variable}


def test_every_code_that_the_lexicon_can_give_is_defined():
    lexicon = load()
    assert codes("theme") == {entry.id for entry in lexicon["theme"]}
    assert codes("actor") == {"unodc", "afg"}
    assert codes("type") == {entry.get("type") for entry in lexicon["actor"]}
    assert codes("extent") >= {entry.id for entry in lexicon["extent"]}
    assert codes("strength") >= {entry.get("strength") for entry in lexicon["strength"]}
    given = {entry.get("stance") for kind in ("verb", "noun") for entry in lexicon[kind]} - {None}
    assert codes("stance") >= given
    assert codes("kind") >= CODED


def test_every_code_of_the_tables_is_defined():
    from cnd_tools.pipeline import analyse
    from cnd_tools.segmenting import segment

    text = (
        "1. Participants opposed drug trafficking.\n\n2. Concern was expressed at corruption.\n\n"
        "3. Some speakers said that UNODC should assist Afghanistan and must not be politicized.\n"
    )
    found = analyse(segment(Document("d", text)))
    assert {row.role for row in found.actors} <= codes("role")
    assert {row.stance for row in found.positions} <= codes("stance")
    assert {row.extent for row in found.positions} <= codes("extent")
    assert {row.polarity for row in found.actions} <= codes("polarity")
    assert {row.kind for row in found.points} <= codes("kind")


def test_a_theme_of_ones_own_is_a_code(tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text('[[theme]]\nid = "tax"\nlabel = "Tax"\npillar = "economy"\nwhy = "Ours."\npatterns = ["tax"]\n')
    found = {one.code: one for one in codebook(load(extra=[mine]), actors=())}
    assert found["tax"][2:] == ("Tax", "economy", "Ours.")
