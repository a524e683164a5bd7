"""Names that share their letters with words of the language."""

from __future__ import annotations

import pytest
import spacy

from cnd_tools.parsing.loading import load_model
from cnd_tools.parsing.names import read_as_names


@pytest.mark.parametrize(
    "text",
    [
        "The Board asked WHO to report.",
        "WHO should act.",
        "UNICEF and WHO were asked to help.",
        "Ports must support WHO.",
    ],
)
def test_an_organization_is_no_pronoun(text: str) -> None:
    token = next(one for one in load_model()(text) if one.text == "WHO")
    assert (token.tag_, token.lower_) == ("NNP", "who")


def test_a_pronoun_is_one() -> None:
    assert next(one for one in load_model()("Those who fish should rest.") if one.text == "who").tag_ == "WP"


def test_a_pipeline_whose_tokenizer_takes_no_cases_is_left_as_it_is() -> None:
    blank = spacy.blank("en")
    blank.tokenizer = blank.make_doc
    assert read_as_names(blank) is blank
