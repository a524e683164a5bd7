"""Reports of the Universal Periodic Review: who recommends, to whom, and what."""

from __future__ import annotations

import pytest

import cnd_tools
from cnd_tools.extracting.actors.reviewed import reviewed_state
from cnd_tools.extracting.attributions.signatures import signature_start
from cnd_tools.lexicon import load
from cnd_tools.pipeline import analyse, load_model
from cnd_tools.records import Analysis
from cnd_tools.segmenting import segment

SIGNATURES = [
    ("Ratify the treaty (Mexico);", "(Mexico);"),
    ("Ratify the treaty (Mexico, Peru and Bosnia and Herzegovina).", "(Mexico, Peru and Bosnia and Herzegovina)."),
    ("Ratify the treaty (Chile) (Costa Rica) (Ghana);", "(Chile) (Costa Rica) (Ghana);"),
    ("Ratify the treaty (Chile); (Togo);", "(Chile); (Togo);"),
    ("Ratify the treaty (Bolivia (Plurinational State of)) (Chad)", "(Bolivia (Plurinational State of)) (Chad)"),
    ("Join the Court (ICC) (Trinidad & Tobago);", "(Trinidad & Tobago);"),
    ("Join the Court (ICC);", ""),
    ("Ratify the treaty (see Peru);", ""),
    ("(Chile)", ""),
    ("Ratify the treaty (Chile) at once;", ""),
    ("Ratify the treaty Chile);", ""),
]


@pytest.mark.parametrize(("text", "signature"), SIGNATURES)
def test_states_in_brackets_sign(text: str, signature: str) -> None:
    start = signature_start(text, load())
    assert ("" if start is None else text[start:]) == signature


REVIEWED = [
    ("Report of the Working Group on the Universal Periodic Review*\n\nTogo\n", "tgo"),
    ("# Universal Periodic Review: Malta (3rd Cycle)\n", "mlt"),
    ("UNIVERSAL PERIODIC REVIEW\n\nReport of the Working Group\n\nBolivia (Plurinational State of)\n", "bol"),
    ("Universal Periodic Review of the Netherlands\n", "nld"),
    ("Universal periodic review\n\nConclusions\n\nNorway thanked all.\n", None),
    ("Outcomes of the universal periodic review\n\nTogo\n\nMalta\n", None),
    ("Report on fisheries\n\nTogo\n", None),
]


@pytest.mark.parametrize(("text", "state"), REVIEWED)
def test_a_title_names_the_reviewed_state(text: str, state: str | None) -> None:
    found = reviewed_state(text, load())
    assert (found.actor if found else None) == state


REPORT = """Human Rights Council

Report of the Working Group on the Universal Periodic Review

Togo

114. The recommendations listed below enjoy the support of Togo:

114.1 Accede to and ratify the Convention on the Rights of Persons with Disabilities (Mexico, Peru);

114.2 Consider acceding to the Rome Statute (Bolivia (Plurinational State of)) (Chile);

114.3 With the help of the United Nations, build schools in rural areas (Japan);

114.4 Bring its law into line with the treaty (Samoa);

114.5 Continue taking measures for the protection of fishers (Fiji).

115. The recommendations listed below have been noted by the State under review:

115.1 Consider the abolition of the death penalty (Uruguay);

115.2 Recommended that forests be protected (Malta);

115.3 Consider the possibility of withdrawing its reservations (Cuba).
"""
ASKED = [  # point, who recommend, what is to be done: agent, aim, lemma, object, source
    (
        "114.1",
        ["mex", "per"],
        [
            ("tgo", "accede", "accede", "Convention on the Rights of Persons with Disabilities", "mex"),
            ("tgo", "ratify", "ratify", "Convention on the Rights of Persons with Disabilities", "mex"),
        ],
    ),
    ("114.2", ["bol", "chl"], [("tgo", "consider acceding", "accede", "Rome Statute", "bol")]),
    ("114.3", ["jpn"], [("tgo", "build", "build", "schools", "jpn")]),
    ("114.4", ["wsm"], [("tgo", "bring", "bring", "its law", "wsm")]),
    ("114.5", ["fji"], [("tgo", "continue taking measures for the protection", "protect", "fishers", "fji")]),
    ("115.1", ["ury"], [("tgo", "consider the abolition", "abolish", "death penalty", "ury")]),
    ("115.2", ["mlt"], [(None, "be protected", "protect", "forests", "mlt")]),
    ("115.3", ["cub"], [("tgo", "consider the possibility of withdrawing", "withdraw", "its reservations", "cub")]),
]


@pytest.fixture(scope="module")
def report() -> Analysis:
    return analyse(segment(cnd_tools.document(REPORT, name="togo")), model=load_model())


@pytest.mark.parametrize(("point", "sources", "actions"), ASKED)
def test_peers_recommend(report: Analysis, point: str, sources: list[str], actions: list[tuple[str, ...]]) -> None:
    held = [one for one in report.positions if one.point == point]
    assert [(one.source, one.verb, one.extent) for one in held] == [(one, "recommend", "one") for one in sources]
    done = [one for one in report.actions if one.point == point]
    assert [(one.agent, one.aim, one.lemma, one.object, one.source) for one in done] == actions


def test_who_signs_is_no_part_of_the_message(report: Analysis) -> None:
    held = next(one for one in report.positions if one.point == "114.2")
    assert held.message == "Consider acceding to the Rome Statute"
    assert REPORT[held.start : held.end] == held.source_text == "Bolivia (Plurinational State of)"
