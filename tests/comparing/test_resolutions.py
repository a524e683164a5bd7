"""Two resolutions side by side: one of our own that was renewed, and two real ones on one subject."""

from __future__ import annotations

from dataclasses import replace

from cnd_tools.comparing.changes import changes
from cnd_tools.segmenting.openings import opening
from comparing.building import action, build, point, segments

FIRST = [
    "Recalling its resolution 12/4 on the safe storage of seized precursor chemicals,",
    "Noting with concern that warehouses in transit countries are overcrowded and badly guarded,",
    "Bearing in mind the cost of incineration for small island developing States,",
    "Encourages Member States to destroy seized chemicals within one year of their seizure;",
    "Requests the Secretariat to publish a manual on the handling of hazardous chemicals;",
    "Calls upon donors to finance laboratory equipment for customs officers, and invites universities to train forensic"
    " chemists from developing countries in sampling, profiling and disposal;",
    "Invites shipping companies to report unclaimed containers to port authorities;",
    "Decides to review the implementation of the present resolution at its fourteenth session.",
]
SECOND = [
    "Recalling its resolutions 12/4 and 13/2 on the safe storage of seized precursor chemicals,",
    "Noting with concern that warehouses in transit countries are overcrowded and badly guarded,",
    "Alarmed by explosions in residential areas close to clandestine factories,",
    "Invites shipping companies to report unclaimed containers to port authorities;",
    "Urges Member States to destroy seized chemicals within six months of their seizure;",
    "Requests the World Customs Organization to publish a manual on the handling of hazardous chemicals;",
    "Calls upon donors to finance laboratory equipment for customs officers;",
    "Invites universities to train forensic chemists from developing countries in sampling, profiling and disposal;",
    "Decides to review the implementation of the present resolution at its sixteenth session.",
]
ACTIONS = {
    "A": {4: ("encouragement", "destroy", "member_states"), 5: ("recommendation", "publish", "secretariat")},
    "B": {5: ("recommendation", "destroy", "member_states"), 6: ("recommendation", "publish", "wco")},
}


def renewed(name, paragraphs):
    return build(
        name,
        [replace(point(name, str(number), text), opening=opening(text)) for number, text in enumerate(paragraphs, 1)],
        actions=[action(name, str(at), *asked) for at, asked in ACTIONS[name].items()],
    )


def test_what_became_of_each_paragraph_of_a_renewed_resolution():
    rows = changes([renewed("A", FIRST), renewed("B", SECOND)]).rows
    assert [(row[2], row[3], row[5]) for row in rows] == [
        ("1", "1", "updated"),
        ("2", "2", "kept"),
        (None, "3", "new"),
        ("3", None, "dropped"),
        ("4", "5", "reworded"),
        ("5", "6", "reworded"),
        ("6", "7", "reworded"),
        ("6", "8", "reworded"),
        ("7", "4", "kept"),
        ("8", "9", "updated"),
    ]
    facts = {row[2]: (row[8], row[12], row[13], row[14], row[17]) for row in rows if row[2] and row[3]}
    assert facts["4"] == ("Encourages → Urges; one year → six months", None, None, None, "stronger")
    assert facts["5"] == ("by secretariat → by wco", None, None, None, None)
    assert facts["6"][2] == "yes"
    assert facts["7"] == (None, None, None, "yes", None)


# What a reader takes for the counterpart of each point of A/RES/78/131 (synthetic drugs, 2023) in A/RES/77/238 (the
# world drug problem, 2022), numbered as in the reference segmentation; "none" where there is none, several where either
# will do.
READING = {
    at: set(counterparts.split())
    for at, counterparts in {
        "p1": "none p25", "p2": "p2 p3 p4", "p3": "none", "p4": "p28", "p5": "p1", "p6": "p10", "p7": "p8",
        "p8": "p6 p7", "p9": "none 3 22 p15", "p10": "none 28 15", "p11": "none 15", "p12": "11", "p13": "p34 p31 9",
        "p14": "50", "p15": "p14", "p16": "none", "p17": "none", "p18": "p41", "1": "none", "2": "none 49", "3": "none",
        "4": "15", "5": "none 46 23", "6": "none 27 44 46", "7": "57", "8": "none 26 25 51 47", "9": "p24 53",
    }.items()
}  # fmt: skip


def test_a_reading_of_two_real_resolutions():
    first, second = (
        build(name, segments(name, "data", "akn", f"{name}.gold.jsonl")) for name in ("A_RES_77_238", "A_RES_78_131")
    )
    found: dict[str, set[str]] = {at: set() for at in READING}
    for row in changes([first, second]).rows:
        if row[3] is not None and row[2] is not None:
            found[row[3]].add(row[2])
    right = {at for at, counterparts in READING.items() if (found[at] or {"none"}) <= counterparts}
    # 21 of 27; what was taken over, and what plainly has no counterpart, must be among them. Two that are on one
    # subject in other words (p15, 9) are not: no two texts of one organ could be told apart by so little.
    assert right >= {"p3", "p4", "p5", "p6", "p7", "p8", "p14", "p16", "p18", "4"}
    assert len(right) >= 21
