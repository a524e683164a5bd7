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


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (ASSEMBLY, {"symbol": "A/RES/91/7", "body": "General Assembly", "session": "Ninety-first session",
                    "date": "3 December 2036", "title": "Rivers and lakes"}),
        (COMMISSION, {"session": "Sixty-second session", "date": "4 March 2019", "agenda_item": "Agenda item 9 (c)",
                      "title": "Outcome of a meeting: what was said"}),
        ("RESOLUTION 99 (1960)\n\nAdopted by the Security Council at its 3rd meeting, on\n5 May 1960\n\nThe Council,\n",
         {"symbol": "99 (1960)", "body": "Security Council", "date": "5 May 1960", "title": None}),
    ],
)  # fmt: skip
def test_the_fields_are_read(text, fields):
    masthead = read_masthead(text)
    assert {name: getattr(masthead, name) for name in fields} == fields


@pytest.mark.parametrize(("text", "body"), [(ASSEMBLY, "The General Assembly,"), (COMMISSION, "On 4 March 2019, the")])
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
    ],
)
def test_a_text_without_one_has_an_empty_masthead(text):
    assert read_masthead(text) == Masthead()
