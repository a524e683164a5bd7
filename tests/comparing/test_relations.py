"""What became of a paragraph: the word for it, and the facts besides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cnd_tools.comparing.changes import details
from cnd_tools.comparing.figures import masked, other_figures
from cnd_tools.comparing.relations import changes_between
from cnd_tools.segmenting.openings import opening
from comparing.building import action, build, point

ASKED = "Urges Member States to destroy seized precursor chemicals safely within one year of their seizure;"
OTHERS = (
    "Noting that warehouses in transit countries are overcrowded and badly guarded,",
    "Invites shipping companies to report unclaimed containers to the port authorities concerned;",
)


def document(name, text, kind="numbered", actions=()):
    points = [
        replace(point(name, str(number), words, kind if words == text else "numbered"), opening=opening(words))
        for number, words in enumerate((text, *OTHERS), 1)
    ]
    return build(name, points, actions=actions)


def change(before, after, **kinds):
    first = document("A", before, kinds.get("first", "numbered"), kinds.get("actions_a", ()))
    second = document("B", after, kinds.get("second", "numbered"), kinds.get("actions_b", ()))
    return next(row for row in changes_between(first, second).rows if row.before and row.before.point == "1")


@pytest.mark.parametrize(
    ("after", "relation"),
    [
        (ASKED.replace("Urges", "URGES").replace(";", "."), "kept"),
        (ASKED.replace("one year", "six months"), "updated"),
        (ASKED.replace("Urges", "Also urges"), "updated"),
        (ASKED.replace("safely", "swiftly"), "reworded"),
        (ASKED.replace(" within one year of their seizure", ""), "reworded"),
        (  # cut short, with a clause of its own: few of its telling words are the first's
            "Urges Member States to destroy seized precursor chemicals safely within one year, and pays tribute;",
            "reworded",
        ),
        (
            "Urges Member States to fund laboratories, and recalls that chemicals are costly to store everywhere;",
            "same subject",
        ),
    ],
)
def test_the_word_for_what_became_of_it(after, relation):
    assert change(ASKED, after).relation == relation


def test_what_differs_in_the_verb_it_opens_with_alone_is_reworded():
    found = change("Invites the Council to act;", "Also requests the Council to act;")
    assert (found.relation, found.step, found.verbs) == ("reworded", 1, ("Invites → Also requests",))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Recalling its resolution 76/89 of 9 December 2021,", "Recalling its resolution 77/133 of 12 December 2022,"),
        ("resolutions 61/89 of 6 December 2006 and 63/240 of 24 December 2008", "resolutions 61/89 of 6 December 2006"),
        ("at its seventy-eighth session", "at its seventy-ninth session"),
        ("by 5 million people", "by 8 million people"),
        ("report A/77/23 and E/2022/L.5", "report A/78/23 and E/2023/L.5"),
        ("Further requests it", "Requests it"),
        ("from 2021–2030", "from 2031–2040"),
        ("the 21st meeting", "the 22nd meeting"),
    ],
)
def test_figures_are_no_other_words(before, after):
    assert masked(before) == masked(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [("to act within a year", "to act within a month"), ("Recalling its resolution", "Reaffirming its resolution")],
)
def test_other_words_are_no_figures(before, after):
    assert masked(before) != masked(after)


def test_numbers_and_dates_that_only_one_has():
    found = other_figures(
        "Provides 5 million dollars by 2025, resolution 61/89", "Provides 8 million dollars by 2025, 62/90"
    )
    assert found == (("5 million",), ("8 million",))


def test_an_updated_paragraph_names_its_figures():
    found = change(ASKED.replace("one year", "12 months"), ASKED.replace("one year", "6 months"))
    assert (found.relation, found.figures) == ("updated", ("12 months", "6 months"))


@pytest.mark.parametrize(
    ("after", "step"),
    [
        (ASKED.replace("Urges", "Demands that"), 1),
        (ASKED.replace("Urges", "Encourages"), -1),
        (ASKED.replace("Urges", "Strongly urges"), 1),
        (ASKED.replace("Urges", "Recalls that it urged"), None),
        (ASKED.replace("safely", "swiftly"), 0),
    ],
)
def test_stronger_and_weaker_by_the_opening(after, step):
    assert change(ASKED, after).step == step


def test_a_modal_that_took_anothers_place_counts_where_no_verb_opens():
    before = "Member States should destroy seized precursor chemicals safely."
    found = change(before, before.replace("should", "must"))
    assert (found.step, found.modals) == (1, (("should", "must"),))
    assert "should → must" in details(found)
    assert change(before, before.replace("should", "ought to")).modals == ()
    assert change(before, before.replace("should", "may")).step == -1


@pytest.mark.parametrize(
    ("before", "after", "step", "told"),
    [
        ("and encourages donors to pay for them", "and urges donors to pay for them", 1, "encourages → urges"),
        ("and urges donors to pay for them", "and invites donors to pay for them", -1, "urges → invites"),
        ("noting the costs of storage", "stressing the costs of storage", None, "noting → stressing"),
        ("to consider new depots", "to take new depots", None, "consider → take"),
        ("and urges donors to pay for them", "and urges all donors to pay for them", 0, None),
    ],
)
def test_a_verb_inside_a_paragraph_that_took_anothers_place(before, after, step, told):
    begins = "Requests Member States to destroy seized precursor chemicals safely, "
    found = change(f"{begins}{before};", f"{begins}{after};")
    assert (found.step, list(details(found))) == (step, [told] if told else [])
    assert ("other verb" in found.labels) is bool(told)


def test_a_verb_inside_on_no_ladder_leaves_the_opening_its_word():
    before = "Invites Member States to destroy seized precursor chemicals safely, noting the costs of storage;"
    found = change(before, before.replace("Invites", "Urges").replace("noting", "stressing"))
    assert (found.step, found.verbs) == (1, ("Invites → Urges", "noting → stressing"))
    other = before.replace("noting the costs", "and urges donors to pay the costs")
    assert change(other, other.replace("Invites", "Requests").replace("urges", "invites")).step is None


def test_an_operative_paragraph_that_is_only_recalled():
    recalled = ASKED.replace("Urges", "Urging").replace(";", ",")
    found = change(ASKED, recalled, second="preambular")
    assert (found.recalled, found.made_operative, found.labels) == (True, False, ("reworded", "now only recalled"))
    assert change(recalled, ASKED, first="preambular").made_operative


def test_another_is_to_act_only_where_both_say_who_and_nobody_stayed():
    def of(name, *agents):
        return [action(name, "1", "recommendation", agent=agent) for agent in agents]

    after = ASKED.replace("safely", "swiftly")
    assert change(ASKED, after, actions_a=of("A", "incb"), actions_b=of("B", "who")).agents == ("incb", "who")
    assert change(ASKED, after, actions_a=of("A", "incb"), actions_b=of("B", "who", "incb")).agents is None
    assert change(ASKED, after, actions_a=of("A", None), actions_b=of("B", "who")).agents is None
    both = [replace(one, agents="incb; who") for one in of("A", "incb")]
    assert change(ASKED, after, actions_a=both, actions_b=of("B", "who")).agents is None


def test_a_merge_and_a_split_are_mirrored():
    store, train = "Calls upon donors to finance laboratory equipment for customs officers;", OTHERS[1]
    parted = build("A", [point("A", "1", store), point("A", "2", train), point("A", "3", OTHERS[0])])
    joined = build("B", [point("B", "1", f"{store} {train}"), point("B", "2", OTHERS[0])])
    merged = [row for row in changes_between(parted, joined).rows if row.merged]
    split = [row for row in changes_between(joined, parted).rows if row.split]
    assert [(row.before.point, row.after.point) for row in merged] == [("1", "1"), ("2", "1")]
    assert [(row.before.point, row.after.point) for row in split] == [("1", "1"), ("1", "2")]


JOINED = (
    "Condemns all attacks on mills by armed raiders in the hills, and calls upon States to ensure that millers are paid"
    " in full;"
)
PARTS = (
    "Condemns all attacks on mills by armed raiders in the hills and valleys;",
    "Calls upon States to ensure that millers are paid in full;",
)


def opened(name, *paragraphs):
    points = [
        replace(point(name, str(number), words), opening=opening(words)) for number, words in enumerate(paragraphs, 1)
    ]
    return build(name, points)


def test_what_is_merged_into_a_paragraph_with_the_verb_of_another_has_no_other_verb():
    rows = changes_between(opened("A", *PARTS, *OTHERS), opened("B", JOINED, *OTHERS)).rows
    merged = {row.before.point: row for row in rows if row.merged}
    assert list(merged) == ["1", "2"]
    assert not any("other verb" in row.labels or row.step for row in merged.values())
    rows = changes_between(opened("A", JOINED, *OTHERS), opened("B", *PARTS, *OTHERS)).rows
    assert [row.after.point for row in rows if row.split and "other verb" in row.labels] == []


def test_a_verb_of_its_own_that_changed_is_told_though_another_paragraph_was_merged_too():
    first = (PARTS[0].replace("Condemns", "Deplores"), PARTS[1])
    rows = changes_between(opened("A", *first, *OTHERS), opened("B", JOINED, *OTHERS)).rows
    assert [row.step for row in rows if row.merged and row.before.point == "1"] == [1]


def test_a_verb_that_another_was_put_before_is_no_other_verb():
    after = "Condemns all attacks on mills, and calls upon States to ensure that millers everywhere are paid in full;"
    found = change(PARTS[1], after)
    assert (found.relation, found.step) == ("reworded", 0)
    assert "other verb" not in found.labels
    asked = change(PARTS[1], PARTS[1].replace("Calls upon", "Urges").replace(";", ", and calls upon donors to help;"))
    assert (asked.step, asked.verbs) == (1, ("Calls upon → Urges",))


def test_words_in_another_order_make_no_paragraph_a_part_of_a_longer_one():
    """A chapeau of common words, all of which a long paragraph on something else has somewhere."""
    chapeau = "Decides that the open group on mills will have an initial programme of work on millers;"
    other = (
        "Invites the harbour office to map millers, programmes and other expertise, initially by post, and to work, "
        "as it decides, with all offices on rivers and ships, and with the group that is open to mills;"
    )
    found = change(chapeau, other)
    assert found.relation == "same subject"


def test_only_the_verbs_that_climb_are_told_of_what_is_stronger():
    before = "We endorse the plan on mills, and encourage millers to report to the port authorities on rye;"
    after = "We reaffirm the plan on mills, and call upon millers to report to the port authorities on rye;"
    found = change(before, after)
    assert (found.step, found.climbing) == (1, ("encourage → call upon",))
    assert len(found.verbs) == 2


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "met from 5 to 9 June 2017",
            "met from 27 June to 1 July 2022",
            ("5 to 9 June 2017", "27 June to 1 July 2022"),
        ),
        ("met on 29 and 30 April", "met on 22–24 March 2023", ("29 and 30 April", "22–24 March 2023")),
        ("met on 6 May and on 7 June", "met on 6 May and on 9 June", ("7 June", "9 June")),
        ("30 to 40 per cent in May", "30 to 50 per cent in May", ("40 per cent", "50 per cent")),
    ],
)
def test_days_from_one_to_another_are_one_date(before, after, told):
    assert other_figures(before, after) == ((told[0],), (told[1],))
