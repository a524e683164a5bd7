from cnd_tools.tables import Table
from cnd_tools.views.folding import fold

SHARES = Table(
    "theme_shares",
    (
        *("theme", "title", "points_2009", "percent_2009", "points_2011", "percent_2011"),
        *("difference_pp", "low_pp", "high_pp", "p", "q", "note"),
    ),
    (
        ("corruption", "Corruption", 1, 6.25, 0, 0.0, -6.25, -28.3, 6.86, None, None, "too few to say"),
        ("prevention", "Prevention", 0, 0.0, 7, 25.0, 25.0, 2.05, 43.36, 0.037, 0.287, None),
        ("firearms", "Firearms", 0, 0.0, 1, 3.57, 0.4, -0.3, 6.51, 0.41, 0.6, None),
        ("environment", "Environment", 0, None, 0, None, None, None, None, None, None, "nothing to compare with"),
    ),
)


def test_shares_stand_side_by_side_with_their_difference_and_its_doubt():
    folded = fold(SHARES)
    assert folded.columns == ("title", "2009", "2011", "percentage points (95 % CI)", "q")
    assert folded.rows[0] == ("Corruption", "1   (6%)", "0   (0%)", "-6 (-28 to 7)", "too few")
    assert folded.rows[1] == ("Prevention", "0   (0%)", "7  (25%)", "+25 (2 to 43)", "0.287")
    assert folded.rows[2][3:] == ("+0 (0 to 7)", "0.600")
    assert folded.rows[3][3:] == (None, "nothing to compare with")


def test_terms_lose_their_lists_of_points_and_keep_the_rest():
    heads = [f"{what}_{document}" for document in "ab" for what in ("count", "per_1000", "points")]
    row = ("drug", 3, 2.25, "1 2(a)", 0, 0.0, None, 7.1, -3.2, 0.01, 0.02, None)
    folded = fold(Table("terms", ("term", *heads, "log_likelihood", "log_ratio", "p", "q", "note"), (row,)))
    assert folded.columns == ("term", "a", "b", "log_likelihood", "log_ratio", "q")
    assert folded.rows == (("drug", "3  (2.2)", "0  (0.0)", 7.1, -3.2, "0.020"),)


def test_clauses_stand_beside_their_paragraphs_and_citations_are_left_to_machines():
    heads = [f"{what}_{document}" for document in "ab" for what in ("points", "percent")]
    behind = [f"{what}_{document}" for document in "ab" for what in ("of", "clauses", "which")]
    columns = ("strength", *heads, "difference_pp", "low_pp", "high_pp", "p", "q", "note", *behind)
    row = ("need", 8, 57.1, 7, 38.9, -18.3, -46.7, 15.0, 0.4, 0.0004, None, 14, 18, "4 5", 18, 11, "4(a)")
    folded = fold(Table("strength_shares", columns, (row,)))
    assert folded.columns == ("strength", "a", "b", "percentage points (95 % CI)", "q")
    assert folded.rows == (("need", "8  (57%) 18c", "7  (39%) 11c", "-18 (-47 to 15)", "< .001"),)


def test_other_tables_come_back_as_they_are():
    plain = Table("t", ("a", "b"), ((1, 2),))
    assert fold(plain) is plain
