"""The closed lists: word classes, strengths, stances, extents, roles and types that an entry may name, and no others.

Rules ask for words by their class, so that a class nobody asks for, as a mistyped one, would have no effect, silently.
What each class does is said at the top of its file (`verbs.toml`, …).
"""

from __future__ import annotations

STRENGTHS = ("obligation", "necessity", "recommendation", "encouragement", "possibility")
STANCES = ("report", "support", "oppose", "concern")
EXTENTS = ("consensus", "unqualified", "many", "several", "some", "one", "unstated")
TYPES = (
    *("states", "country", "region", "groups", "meeting", "un"),
    *("organization", "society", "justice", "adverse", "person"),
)
PROPOSES = (*("deed", "leave", "permission", "right"),)
PRIORITIES = ("first", "modal", "need", "directive", "last")
REFERS = ("plural", "singular", "states", "country", "region", "organization")
HEAD_ROLES = (
    *("organization", "organizations", "mission", "officer", "instrument", "title", "people", "population", "joining"),
    *(
        "post",
        "particle",
        "edition",
        "link",
        "tie",
        "article",
        "conjunction",
        "coordinator",
        "titled",
        "quantity",
        "day",
    ),
    *("membership", "titles", "style"),
)
VERB_CLASSES = (
    *("say", "rate", "claim", "promise", "direct", "voice", "utter", "be"),
    *("heed", "open", "attitude", "ally", "light", "expected", "stay", "supply"),
    *("carry", "conduct", "make", "phrase", "shun", "stative", "undergo", "help"),
    *("enable", "give", "joint", "involve", "gather", "share", "better", "wrong", "ponder"),
    *("entitle", "dissuade", "back", "weigh", "harden", "enlist", "tell", "befall"),
    *("floor", "insert", "address", "treat", "open_close", "charge", "end", "gain", "deed_to", "deed_on", "toil"),
    *("idiom", "unmoved", "adopt", "join_in", "wishful", "yielding", "behold", "seize"),
    *("suppose", "emerge"),
    *("relating", "naming", "see_to", "partake", "tend", "lie", "present", "acting", "focusing", "cowork", "seating"),
    *("stage", "into", "compounding", "stand_by", "contain", "fitted", "targeting", "addressing", "answering"),
)
NOUN_CLASSES = (
    *("saying", "verbal", "doing", "plain", "light", "holder", "paper", "member"),
    *("statement",),
    *("body", "gathering", "exchange", "zero", "way", "virtue", "topic", "beside", "element", "joining", "given"),
    *("joint", "giving", "taking", "reaching", "mutual", "speech", "own", "part", "lot", "help", "care", "harm"),
    *("enjoyed", "wrong", "chance", "person", "right", "means", "manner", "seat", "maxim", "anybody"),
    *("authority", "notice", "act", "occasion", "asset", "meant", "special", "opening", "about", "focusing", "charge"),
    *("record", "rank"),
    *("side", "ruler", "prompting", "unsaid", "advice"),
)
CUE_CLASSES = (
    *("modal", "semi", "passive", "predicate", "clausal", "proposal", "noun"),
    *("rank", "lack", "ask", "minute", "put", "idea", "backing", "bind", "pledge", "will", "duty", "forbid"),
    *("aiming", "goal", "scheme", "setting", "deed"),
)
MARKER_CLASSES = (
    *("performing", "able", "permitting", "likewise"),
    *("condition", "proviso", "conditional", "question", "granting", "pending", "outcome", "nobody", "never"),
    *("focus", "adding", "joining", "representing", "adjunct", "reciprocal", "doing", "example", "among"),
    *("towards", "pointing", "incapable", "undone", "binding", "wishing"),
    *("finding", "reflexive", "people", "people_with", "reviewed", "merely", "charged", "alone", "contrast", "tally"),
)
INSTRUMENT_TYPES = ("treaty", "declaration")
TITLE_ROLES = ("treaty", "declaration", "joining", "bare", "time", "other")
