"""Names in capitals, as bulletins print them, are parsed as "Australia" is, and stay as printed."""

from __future__ import annotations

import pytest

from cnd_tools.parsing.capitals import in_small
from cnd_tools.parsing.loading import load_model
from cnd_tools.parsing.stand_ins import read_docs

# A sentence, and the subject of its main verb as printed.
SUBJECTS = {
    "On rules, the EU and NEW ZEALAND underscored the need for trees.": "EU",
    "SENEGAL preferred option 2.": "SENEGAL",
    "SOUTH AFRICA supported such a plan.": "AFRICA",
    "BOLIVIA noted the absence of rules.": "BOLIVIA",
}


@pytest.mark.parametrize(("sentence", "subject"), SUBJECTS.items())
def test_a_name_in_capitals_is_a_subject(sentence: str, subject: str) -> None:
    (doc,) = read_docs(load_model(), [sentence], batch=1)
    assert doc.text == sentence
    (verb,) = (token for token in doc if token.dep_ == "ROOT")
    (found,) = (token for token in verb.children if token.dep_ == "nsubj")
    assert (found.text, found.tag_) == (subject, "NNP")


def test_acronyms_and_small_letters_stay() -> None:
    nlp = load_model()
    assert in_small(nlp.make_doc("UNESCO and AOSIS met in Norway with the US.")) is None
    assert in_small(nlp.make_doc("NORWAY met UNESCO.")) == ["Norway", "met", "UNESCO", "."]
