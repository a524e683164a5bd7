"""Contents of exports, made by hand; HOSTILE is a text whose names and words would be markup, formulas or paths."""

from dataclasses import replace

from cnd_tools.cli.provenance import source
from cnd_tools.lexicon import load
from cnd_tools.lexicon.codebook import codebook, column
from cnd_tools.records import Document, Masthead, Piece, Point
from cnd_tools.tables import COLUMNS, Table
from cnd_tools.views.exports.content import ExportContent
from views.made import EARLIER, LATER, made

SAID = (
    '=cmd|" /C calc"!A0 is asked of Member States by UNODC \U0001f30d',
    "Participants stressed <r><t>&amp;</r> ]]> \x0c\x1b[31m and http://example.org/x_x0041_y",
    "<r>Chair</r>",
)


def _hostile():
    one = made(
        "../../etc/<b>&x",
        *SAID,
        actors=[
            ("1", "Member States", "member_states", "agent"),
            ("1", "UNODC \U0001f30d", "unodc", "source"),
            ("2", "Participants", "participants", "source"),
            ("3", "Chair", "chair", "mention"),
        ],
        themes=[("1", "asked", "corruption"), ("2", "stressed", "corruption"), ("2", "and", "security_and_stability")],
        positions=[("2", "stressed", "participants")],
        actions=[("1", "is asked of Member States", "is", "obligation", None)],
    )
    head = Masthead("A/RES/1/1<&", "=General Assembly", "First session", "11 March 2009", None, 'A "title"\x0b of it')
    return replace(one, document=replace(one.document, masthead=head))


def _tree():
    """A chapeau with two lettered points over two lines with CR and LF, a note and its mark, under a heading."""
    text = "I. Findings||4. Speakers|agreed:¹||(a) To assist UNODC;||(b) To wait.||¹ See E/2009/28.|".replace(
        "|", "\r\n"
    )

    def point(name, label, kind, words, *, parent=None, section="I. Findings", level=1):
        pieces, at, start = [], 0, None
        for word in words:
            place = text.index(word, (pieces[-1].source + pieces[-1].length) if pieces else 0)
            start = place if start is None else start
            pieces.append(Piece(at, place, len(word)))
            at += len(word) + 1
        line = text.count("\n", 0, start) + 1
        end = pieces[-1].source + pieces[-1].length
        end += text[end] == "¹"  # a point ends after its note mark
        said = " ".join(words)
        return Point(
            "tree", name, label, kind, level, parent, section, 1, line, start, end, None, said, tuple(pieces)
        )  # fmt: skip

    points = (
        point("p1", None, "heading", ["I. Findings"], section=None),
        point("4", "4.", "numbered", ["Speakers", "agreed:"]),
        point("4(a)", "(a)", "lettered", ["To assist UNODC;"], parent="4", level=2),
        point("4(b)", "(b)", "lettered", ["To wait."], parent="4", level=2),
        point("n1", "¹", "note", ["See E/2009/28."], section=None),
    )
    base = made("x", "y")
    from cnd_tools.records import Action, Actor, Theme

    def span(words):
        return text.index(words), text.index(words) + len(words)

    actors = (
        Actor("tree", "4", "speakers", "Speakers", "meeting", "source", "Speakers", *span("Speakers"), "hand"),
        Actor("tree", "4(a)", "unodc", "UNODC", "un", "recipient", "UNODC", *span("UNODC"), "hand"),
        Actor("tree", "4(a)", "person:assist", "Assist", "meeting", "mention", "UNODC", *span("UNODC"), "hand"),
    )
    themes = (
        Theme(
            "tree", "4(a)", "technical_assistance", "Technical assistance", "cooperation", 1, "assist", *span("assist")
        ),
    )
    acts = (
        Action("tree", "4(a)", None, None, "agreed", "recommendation", "assist", "assist", "UNODC", None, None, "-",
               "speakers", "To assist UNODC", *span("To assist UNODC"), "hand"),
    )  # fmt: skip
    return replace(base, document=Document("tree", text), points=points, actors=actors, themes=themes, actions=acts)


HOSTILE, TREE = _hostile(), _tree()
ALL = (EARLIER, LATER, HOSTILE, TREE)


def of(*analyses):
    """Return these analyses as the content of an export."""
    lexicon = load()
    codes = codebook(lexicon, actors={row.actor for one in analyses for row in one.actors})
    return ExportContent(
        analyses,
        [source(one.document) for one in analyses],
        Table("codebook", ("variable", "code", "label", "group", "definition"), tuple(map(tuple, codes))),
        Table(
            "variables",
            ("table", "column", "definition"),
            tuple((table, name, column(table, name)) for table, names in COLUMNS.items() for name in names),
        ),
        [("cnd-tools", "0"), ("lexicon", lexicon.version)],
    )
