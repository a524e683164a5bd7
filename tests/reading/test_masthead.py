import pytest

from cnd_tools.reading.masthead import read_masthead
from cnd_tools.records import Masthead

ASSEMBLY = """United Nations                                        A/RES/91/7

General Assembly                                      Distr.: General
                                                      3 December 2036

Ninety-first session


Resolution adopted by the General Assembly on 1 December 2036

91/7. Rivers and lakes

The General Assembly,

Recalling its resolutions,
"""
COMMISSION = """

Economic and Social Council

Distr.: Limited
4 March 2019

Original: English

Commission on Narcotic Drugs

Sixty-second session

Vienna, 14-22 March 2019

Agenda item 9 (c)

**Outcome of a meeting:
what was said**

On 4 March 2019, the outcome was presented. It was as follows:

1. It met.
"""
ENVIRONMENT = """United Nations Environment Assembly of the
United Nations Environment Programme
Fourth session
Nairobi, 11–15 March 2019

Resolution adopted by the United Nations Environment Assembly on
15 March 2019

4/9. Clean water for cities and
villages

The United Nations Environment Assembly,

Recalling its resolution,
"""
# The emblem stands beside the letterhead's first lines, and its narrow left column beside their right one.
LETTERHEAD = """UNITED
NATIONS                                EA
                                       UNEP/EA.5/Res.9

                                       Distr.: General
                                       2 March 2022

United Nations                         English only
Environment Assembly of the
United Nations Environment
Programme

United Nations Environment Assembly of the
United Nations Environment Programme
Fifth session
Nairobi (hybrid), 22 and 23 February 2021 and
28 February–2 March 2022

5/9. Air without smoke

The United Nations Environment Assembly,

Recalling its resolution,
"""
HEALTH = """WHA91.4 Clinics in every village 2036–2040
The Ninety-first World Health Assembly,
Having considered the report,
1. URGES Member States to act.
"""
HEALTH_HEAD = """NINETY-FIRST WORLD HEALTH ASSEMBLY                  WHA91.4

Agenda item 13.3                                    27 May 2038

Clinics in every village

The Ninety-first World Health Assembly,

Having considered the report,
"""

# As the International Atomic Energy Agency, the Convention on Biological Diversity and the African Union begin.
ATOMIC = """GC(83)/RES/8
Date: September 2039

General Distribution
Original: English

Eighty-third regular session

Safe lamps in ports

The General Conference,

(a) Recalling its resolutions,
"""
DIVERSITY = """CBD

Distr. GENERAL
CBD/COP/DEC/34/8
30 November 2038

34/8. Lamps and moths

The Conference of the Parties

1. Welcomes the guidance;
"""
UNION = """Assembly/AU/Dec.953(LXIII)
Page 1

DECISION ON LAMPS IN PORTS

The Assembly,

1. TAKES NOTE of the report;
"""


# A site prints its name, a path and the title above the document, whose letterhead stands a line each.
SITE = """Library of Harbours

Harbours > Committees > Lamps

Concluding observations on lamps, Ruritania, CRL/C/RUR/CO/3.

CRL/C/RUR/CO/3

Convention on the Rights of Lamplighters

Distr.: General

9 May 2031

Original: English

Committee on the Rights of Lamplighters

Concluding observations on the third report of Ruritania

1.The Committee considered the report.
"""
# "Distr." and "GENERAL" stand a line each, under an emblem.
EMBLEM = """UNITED A

NATIONS

General Assembly

Distr.

GENERAL

A/RES/S-91/2*

21 October 2038

Ninety-first special session

S-91/2. Lamps in ports

The General Assembly

Adopts the Declaration annexed to the present resolution.
"""


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (SITE, {"symbol": "CRL/C/RUR/CO/3", "body": "Committee on the Rights of Lamplighters", "date": "9 May 2031",
                "title": "Concluding observations on the third report of Ruritania"}),
        (EMBLEM, {"symbol": "A/RES/S-91/2", "body": "General Assembly", "session": "Ninety-first special session",
                  "date": "21 October 2038", "title": "Lamps in ports"}),
        (ASSEMBLY, {"symbol": "A/RES/91/7", "body": "General Assembly", "session": "Ninety-first session",
                    "date": "3 December 2036", "title": "Rivers and lakes"}),
        (COMMISSION, {"session": "Sixty-second session", "date": "4 March 2019", "agenda_item": "Agenda item 9 (c)",
                      "title": "Outcome of a meeting: what was said"}),
        ("RESOLUTION 99 (1960)\n\nAdopted by the Security Council at its 3rd meeting, on\n5 May 1960\n\nThe Council,\n",
         {"symbol": "99 (1960)", "body": "Security Council", "date": "5 May 1960", "title": None}),
        (ENVIRONMENT, {"symbol": "4/9", "session": "Fourth session", "title": "Clean water for cities and villages",
                       "body": "United Nations Environment Assembly of the United Nations Environment Programme"}),
        (LETTERHEAD, {"symbol": "UNEP/EA.5/Res.9", "session": "Fifth session", "date": "2 March 2022",
                      "title": "Air without smoke",
                      "body": "United Nations Environment Assembly of the United Nations Environment Programme"}),
        (HEALTH, {"symbol": "WHA91.4", "title": "Clinics in every village 2036–2040"}),
        (HEALTH_HEAD, {"symbol": "WHA91.4", "session": "NINETY-FIRST WORLD HEALTH ASSEMBLY", "date": "27 May 2038",
                       "agenda_item": "Agenda item 13.3", "title": "Clinics in every village"}),
        (ATOMIC, {"symbol": "GC(83)/RES/8", "session": "Eighty-third regular session", "title": "Safe lamps in ports"}),
        (DIVERSITY, {"symbol": "CBD/COP/DEC/34/8", "date": "30 November 2038", "title": "Lamps and moths"}),
        (UNION, {"symbol": "Assembly/AU/Dec.953(LXIII)", "title": "DECISION ON LAMPS IN PORTS"}),
    ],
)  # fmt: skip
def test_the_fields_are_read(text, fields):
    masthead = read_masthead(text)
    assert {name: getattr(masthead, name) for name in fields} == fields


TREATIES = [
    ("UNEP/LMP/94/1\n5 June 1992\nConvention on Lamps\nThe Contracting Parties,\nConscious of lamps,\n",
     "Convention on Lamps"),
    ("A/RES/91/25\n20 May 2036\n\nGeneral Assembly\n\nCovenant on the Rights of Lamplighters\n\n"
     "The States Parties to the present Covenant,\n\nConsidering lamps,\n", "Covenant on the Rights of Lamplighters"),
    ("A/91/7\n9 May 2031\nInternational Convention against Smoke\nArticle 1\nLamps burn clean.\n",
     "International Convention against Smoke"),
    # Over its committee's documents it is none, on several lines either; nor is a sentence.
    ("LMP/C/91/7\nConvention on the Elimination of\nAll Forms of Smoke\nDistr.: General\n9 May 2031\n"
     "Committee on Smoke\nReport on lamps\n1. It met.\n", "Report on lamps"),
    ("LMP/C/91/7\n9 May 2031\nConvention against Smoke\nFirst session\nSub-Committee on Smoke\nReport\n1. It met.\n",
     "Report"),
    ("A/91/7\n9 May 2031\nConvention on lamps has been in force since then, and all ports are parties to it.\n", None),
    # Title pages say the language in capitals too, and a declaration begins with who speaks.
    ("A/91/7\nDISTR.: GENERAL\nORIGINAL: ENGLISH\nLamps\n1. It met.\n", "Lamps"),
    ("A/91/7\nDistr. limited\nOriginal: English and French\nLamps\n1. It met.\n", "Lamps"),
    ("A/91/7\n9 May 2031\n\nDeclaration on lamps\n\nWe, ministers responsible for lamps and other lights from\n\n"
     "all ports,\n", "Declaration on lamps"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TREATIES)
def test_the_title_is_the_documents_own(text, title):
    assert read_masthead(text).title == title


def test_two_organs_share_a_document():
    found = read_masthead("A/91/7\nS/2036/9\nDistr.: General\n9 May 2036\n\nLamps\n\n1. It met.\n")
    assert (found.symbol, found.title) == ("A/91/7", "Lamps")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (ASSEMBLY, "The General Assembly,"),
        (COMMISSION, "On 4 March 2019, the"),
        (ENVIRONMENT, "The United Nations Environment Assembly,"),
        (LETTERHEAD, "The United Nations Environment Assembly,"),
        (HEALTH, "The Ninety-first World Health Assembly,"),
        (HEALTH_HEAD, "The Ninety-first World Health Assembly,"),
        (ATOMIC, "The General Conference,"),
        (DIVERSITY, "The Conference of the Parties"),
        (UNION, "The Assembly,"),
    ],
)
def test_the_spans_are_whole_lines_above_the_text(text, body):
    spans = read_masthead(text).spans
    assert spans[-1][1] <= text.index(body)
    assert all(start == 0 or text[start - 1] == "\n" for start, _ in spans)
    assert all(text[start:end].strip() for start, end in spans)
    assert "".join(text[start:end] for start, end in spans).split() == text[: text.index(body)].split()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "1. On 12 March it met.\n",
        "Introduction\n\n1. It met.\n",
        "The General Assembly,\n\nRecalling it,\n",
        "The Meeting of the Parties,\n\nRecalling it,\n",
        "A/RES/91/7 and its annex are before the Committee,\nwhich met.\n",
        "A/RES/91/7 Recalls what was said there.\n",
        "Report of the\nworking group\n\n1. It met.\n",
        "The meeting agreed that the fee should rise.\n",
        "The session was short, on 12 March 2020.\n",
        "CBD\n\nDistrict nurses met.\n\n1. It met.\n",
        "Page 3\n\n1. It met.\n",
        "Lamps\n\nThe note on lamps is here.\n\nA/91/7\n\nIt was read.\n",
        "1. It met.\n\nA/91/7\n\nDistr.: General\n\n2. It parted.\n",
        # A symbol after text, and symbols that are a list.
        "The ports agreed on lamps.\nThey lend vessels.\nA/91/7\n9 May 2031\nThe ports parted.\n",
        "Notes\nWe met at noon.\nFirst session\n9 May 2031\nA/91/7\nGeneral Assembly\nLamps are lit.\n",
        "These were before it:\nA/91/7\n9 May 2031\nA note on lamps.\n",
        "A/91/7\nA/91/8\n9 May 2031\nThe notes on lamps are here.\n",
    ],
)
def test_a_text_without_one_has_an_empty_masthead(text):
    assert read_masthead(text) == Masthead()
