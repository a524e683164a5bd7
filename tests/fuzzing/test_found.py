"""What fuzzing and adversaries have found, one test a fault; here it stays found."""

import pytest

from cnd_tools.errors import RefusedInput
from cnd_tools.extracting.actors.abbreviations import learn_short_names
from cnd_tools.lexicon import load
from cnd_tools.pipeline import analyse
from cnd_tools.reading import document, read_bytes
from cnd_tools.segmenting import segment
from fuzzing.laws import grounded, lawful


def analysed(text):
    result = analyse(segment(document(text, name="x")))
    grounded(result)
    return result


@pytest.mark.parametrize("codec", ["unicode_escape", "raw_unicode_escape"])
def test_half_a_character_is_no_text(codec):
    with pytest.raises(RefusedInput, match=r"'\\ud800' is half a character\); try another --encoding"):
        read_bytes(rb"It met. \ud800", name="x", kind="plain", encoding=codec)
    assert read_bytes(rb"It met. \u00e9", name="x", kind="plain", encoding=codec).text == "It met. é"


def test_a_text_may_end_in_a_coordinated_verb():
    text = "Knowledge base Islamic Republic of Afghanistan scepticism understand laws deplore"
    analysed(
        f"2. United Nations Human Settlements Programme take cognizance in terrorists call multiply 1990, {text}\n"
    )
    analysed("1. Germany was concerned and noted")


def test_evidence_is_as_printed_though_the_parser_saw_a_small_letter():
    result = analysed(
        "The Commission should:\n\n(a) Prevention of drug use among young people;\n\n(b) Regarding prevention.\n"
    )
    assert next(theme.evidence for theme in result.themes if theme.theme == "prevention").startswith("Prevention")


def test_a_capital_that_is_two_small_letters_moves_no_offset():
    result = analysed("The Commission decided to:\n\n(a) İnform UNODC of treatment in Istanbul;\n\n(b) İ UNODC.\n")
    assert [actor.text for actor in result.actors if actor.actor == "unodc"] == ["UNODC", "UNODC"]


def test_a_sign_in_a_word_of_the_lexicon_is_no_regular_expression(tmp_path):
    own = tmp_path / "own.toml"
    pattern = 'id = "own"\npatterns = ["the Board ("]\nrefers = "organization"\nwhy = "signs may be in names"\n'
    own.write_text(f"[[pronoun]]\n{pattern}", "utf-8")
    assert learn_short_names("It met. The Board ( met.", lexicon=load(extra=[own])) == {}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2. It stops.\n\n2\xad. It goes:\n\n1. Ness.\n", "2."),
        ("Article 1\n\n1. It stops.\n\nArticle 2 1. The Board asks for:\n\n2. Carts.\n", "Article 2"),
        ("1.\u202e Act.\n\n(\u202ea) So.\n\n\u202e2. Act.\n", "(a)"),
    ],
)
def test_a_label_stands_before_its_text_whatever_another_line_begins_with(text, label):
    assert label in [point.label for point in lawful(document(text, name="x")).points]
