"""Sections that one text has and the other lacks, and what compares like with like."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cnd_tools.comparing.relations import changes_between
from cnd_tools.comparing.sections import alike_sections, lacking_sections
from comparing.building import build, point

BATS = ("Bats sleep in limestone caves.", "Wings of membrane fold at dusk.", "Echoes guide hunters among moths.")
RYE = ("Barley follows rye in dry summers.", "Ploughs need iron shares.", "Terraces hold water for lentils.")


def sectioned(name, **sections):
    points = []
    for title, paragraphs in sections.items():
        heading = title.replace("_", " ") if title != "none" else None
        points += [
            replace(point(name, f"{len(points) + n}", text), section=heading) for n, text in enumerate(paragraphs, 1)
        ]
    return build(name, points)


@pytest.mark.parametrize(
    ("first", "second", "lacking", "word"),
    [
        ({"none": BATS}, {"On_flying_mammals": BATS, "On_cereal_crops": RYE}, [(1, "On cereal crops")], "flying"),
        ({"About_flying": BATS}, {"On_flying_mammals": BATS, "On_cereals": RYE}, [(1, "On cereals")], "flying"),
        # The other text has headings, and none of them has the word: --section would leave nothing of it.
        ({"Of_bats": BATS}, {"On_flying_mammals": BATS, "On_cereal_crops": RYE}, [(1, "On cereal crops")], None),
        ({"none": BATS}, {"On_flying_mammals": BATS, "On_cereal_crops": RYE[:2]}, [], None),  # too short a section
        ({"none": BATS + RYE}, {"On_flying_mammals": BATS, "On_cereal_crops": RYE}, [], None),
        ({"none": RYE}, {"On_flying_mammals": BATS, "On_caves": BATS[::-1]}, [], None),  # all of it is lacking
    ],
)
def test_what_one_text_lacks_and_how_to_compare_like_with_like(first, second, lacking, word):
    found = changes_between(sectioned("A", **first), sectioned("B", **second))
    assert [(one.document, one.title) for one in lacking_sections(found)] == lacking
    assert alike_sections(found) == word
