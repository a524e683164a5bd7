import pytest
from rich.cells import cell_len

from cnd_tools.views.fitting import GAP, Claim, broken, fitted, groups


def words(head, *cells, kept=False):
    return Claim.of(head, cells, kept=kept, numbers=False)


def numbers(head, *cells):
    return Claim.of(head, cells, kept=False, numbers=True)


PROSE = words("message", "the need for a balanced and comprehensive approach " * 4)


@pytest.mark.parametrize(
    ("claims", "width", "widths"),
    [
        pytest.param([words("point", "4(c)"), words("text", "To act")], 40, [5, 6], id="room for all"),
        pytest.param([words("point", "4(c)", kept=True), PROSE], 40, [5, 31], id="prose gives way"),
        pytest.param([PROSE, PROSE, words("role", "source")], 60, [24, 24, 6], id="prose is cut to one level"),
        pytest.param([words("theme", "policy_commitments"), PROSE, PROSE], 66, [18, 21, 21], id="ids whole"),
        pytest.param([words("theme", "policy_commitments"), PROSE, PROSE], 45, [13, 13, 13], id="ids broken"),
        pytest.param(
            [words("name", "Plenipotentiary"), numbers("2009", "9 (56%)"), numbers("2011", "12 (43%)")],
            28, [7, 7, 8], id="a word before a number",
        ),
    ],
)  # fmt: skip
def test_what_gives_way(claims, width, widths):
    assert fitted(claims, width) == widths
    assert sum(widths) + GAP * len(claims) <= width


@pytest.mark.parametrize(
    ("width", "tables"), [(80, [[0, 1, 2, 3, 4]]), (32, [[0, 1, 2], [0, 3, 4]]), (12, [[0, 1], [0, 2], [0, 3], [0, 4]])]
)
def test_numbers_are_never_cut_but_their_table_is(width, tables):
    claims = [words("theme", "Corruption"), *[numbers(str(year), "12  (43%)") for year in range(2009, 2013)]]
    assert groups(claims, 1, width) == tables


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("9   (6%)       ", 15, ["9   (6%)       "]),
        ("drug trafficking", 10, ["drug", "traffickin", "g"]),
        ("the Seventy-third session", 10, ["the", "Seventy-", "third", "session"]),
        ("alternative_development", 12, ["alternative_", "development"]),
        ("agency|organization|body", 16, ["agency|", "organization|", "body"]),
        ("/usr/lib/python3.11/site-packages/en", 20, ["/usr/lib/python3.11/", "site-packages/en"]),
        ("directive:encourage", 12, ["directive:", "encourage"]),
        ("毒品问题 毒品", 6, ["毒品问", "题", "毒品"]),
    ],
)
def test_words_are_broken_where_they_are_joined(text, width, lines):
    found = broken(text, width).split("\n")
    assert all(cell_len(line) <= width for line in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert found == lines
