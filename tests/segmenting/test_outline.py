"""The outline by itself: labels in, citations out, with what is wrong with a numbering."""

import pytest

from cnd_tools.segmenting.numbering import any_marker, read_marker
from cnd_tools.segmenting.outline import Outline


def marker_of(label):
    depth = label.count(">")
    label = label.strip(">:").replace("_", " ")
    return read_marker(f"{label}  Text", level=depth) or any_marker(label, depth)


def placed(labels):
    """Place labels one after the other.

    "#" is a heading, "=" a paragraph without a marker; ":" after either or after a label says that it ends in a colon,
    ">" before a label how deep the format has its list; a blank in a label is written "_".
    """
    outline = Outline()
    labels = labels.split()
    marked = [None if label[0] in "#=" else marker_of(label) for label in labels]
    awaited = False  # a paragraph that is no heading ended in a colon, and its list has not begun
    for at, (label, marker) in enumerate(zip(labels, marked, strict=True)):
        awaited = label[-1] == ":" or (awaited and label[0] == "#")
        if marker is None:
            outline.hang(f"p{at + 1}", heading=label[0] == "#", chapeau=awaited)
        else:
            coming = next((one for one in marked[at + 1 :] if one and one.form != "number"), None)
            yield outline.place(marker, lambda coming=coming: coming, chapeau=at > 0 and labels[at - 1][-1] == ":")


UP_TO_H = " ".join(f"({letter})" for letter in "abcdefgh")
UP_TO_U = " ".join(f"({letter})" for letter in "abcdefghijklmnopqrstu")


@pytest.mark.parametrize(
    ("labels", "ids"),
    [
        ("1. 2. 3.", "1, 2, 3"),
        ("1.: (a) (b) 2.: (a)", "1, 1(a), 1(b), 2, 2(a)"),
        ("1.: (a) (b): (i) (ii) (c) 2.", "1, 1(a), 1(b), 1(b)(i), 1(b)(ii), 1(c), 2"),
        (f"1.: {UP_TO_H}: (i) (ii) (i) (j)", "1(h), 1(h)(i), 1(h)(ii), 1(i), 1(j)"),
        (f"1.: {UP_TO_H} (i) (j)", "1(g), 1(h), 1(i), 1(j)"),
        (f"1.: {UP_TO_H}: (i) (j)", "1(g), 1(h), 1(i), 1(j)"),
        (f"1.: {UP_TO_H} (i) 2.", "1(h), 1(i), 2"),
        (f"1.: {UP_TO_H}: (i) 2.", "1(h), 1(h)(i), 2"),
        (f"1.: {UP_TO_U}: (i) (ii) (iii) (iv) (v) (vi)", "1(u)(iv), 1(u)(v), 1(u)(vi)"),
        (f"1.: {UP_TO_U}: (i) (ii) (iii) (iv) (v) (w)", "1(u)(iv), 1(v), 1(w)"),
        (f"1.: {UP_TO_U}: (i) (ii) (iii) (iv) (v) 2.", "1(u)(iv), 1(u)(v), 2"),
        (f"1.: {UP_TO_U}: (i) (ii) (iii) (iv) (v): (i)", "1(u)(iv), 1(v), 1(v)(i)"),
        ("1. # 2. # 3.", "1, 2, 3"),
        ("1. 2. # 1. 2. # 1.", "1, 2, s2:1, s2:2, s3:1"),
        # "1)" and "(1)" number a text that has no other numbers, and are of the list where a colon announces one.
        ("# 1) 2) # 3)", "1, 2, 3"),
        ("# 1): (a) (b) 2) # 3)", "1, 1(a), 1(b), 2, 3"),
        ("# (1) (2) # (1) (2)", "(1), (2), s2:(1), s2:(2)"),
        ("# = 1) 2) = 3)", "1, 2, 3"),
        ("# =: 1) 2) =: 1)", "p2(1), p2(2), p5(1)"),
        ("# =: (1) (2)", "p2(1), p2(2)"),
        ("# 1.: (1) (2) # 2.: (1)", "1, 1(1), 1(2), 2, 2(1)"),
        ("# 1. 2. # (1) (2) 3.", "1, 2, p4(1), p4(2), 3"),
        ("# (a) (b): 1) 2)", "p1(a), p1(b), p1(b)(1), p1(b)(2)"),
        ("1.: (a) # 1.: (a) (b)", "1, 1(a), s2:1, s2:1(a), s2:1(b)"),
        ("=: (a) (b) = (c)", "p1(a), p1(b), p1(c)"),
        ("=: (a) (b) =: (a) (b)", "p1(a), p1(b), p4(a), p4(b)"),
        ("=: (a): (i) (ii) (b)", "p1(a), p1(a)(i), p1(a)(ii), p1(b)"),
        ("1.: (a) # (b) 2.", "1, 1(a), 1(b), 2"),
        ("1. # (a) (b)", "1, p2(a), p2(b)"),
        ("1. # (a) (b) 2.", "1, p2(a), p2(b), 2"),
        ("# • •", "p1[1], p1[2]"),
        ("1.: • • – – •", "1, 1[1], 1[2], 1[2][1], 1[2][2], 1[3]"),
        ("=: • • =: • •", "p1[1], p1[2], p4[1], p4[2]"),
        (">• >>• >>• >•", "[1], [1][1], [1][2], [2]"),
        (">• >>• >>>• >>• >•", "[1], [1][1], [1][1][1], [1][2], [2]"),
        (">Bulgaria >Chad >>one", "[1], [2], [2][1]"),
        ("# I. II.", "I, II"),
        ("1.: I. II. 2.", "1(I), 1(II), 2"),
        ("# A. B.", "p1(A), p1(B)"),
        ("16. 16.1 16.2 17. 17.1", "16, 16.1, 16.2, 17, 17.1"),
        ("1.1 1.1.1 1.1.2 1.2 1.2.1", "1.1, 1.1.1, 1.1.2, 1.2, 1.2.1"),
        ("16.2: (a) (b) 16.3", "16.2, 16.2(a), 16.2(b), 16.3"),
        ("122.14 122.19 122.20", "122.14, 122.19, 122.20"),
        ("Article_1 1. 2. Article_2 1.: (a)", "Article 1, Article 1(1), Article 1(2), Article 2, Article 2(1), Article 2(1)(a)"),  # noqa: E501
        ("1. 2. 2_bis. 3.", "1, 2, 2 bis, 3"),
        ("1.: # (a) # (b) 2.", "1(a), 1(b), 2"),
        ("1.: # • # •", "p2[1], p4[1]"),
        ("=: # (a) (b)", "p1(a), p1(b)"),
        (f"1.: (i) {UP_TO_H} (ii) (i) (j)", "1(i)(h), 1(ii), 1(ii)(i), 1(ii)(j)"),
        ("1.: (i) (a) (b) (ii) (c)", "1(i)(b), 1(ii), 1(ii)(c)"),
        ("1. 2. 3. # 1. 2. # 4. 5.", "3, s2:1, s2:2, 4, 5"),
        ("1. # 1. 2. 3. # 2. 3.", "1, s2:1, s2:2, s2:3, 2, 3"),
        ("Article_1 1. # 1. 2.", "Article 1, Article 1(1), s2:1, s2:2"),
        ("Article_1 # 1. 2.", "Article 1, Article 1(1), Article 1(2)"),
        ("Article_1 1. # 2. Article_2 1.", "Article 1(1), Article 1(2), Article 2, Article 2(1)"),
        ("1. # 1. Article_1 1.", "1, s2:1, Article 1, Article 1(1)"),
        ("1.: 1_(a) 1_(b): (i) 2. 2_(a)", "1, 1(a), 1(b), 1(b)(i), 2, 2(a)"),
        ("(A) (B): (1) (2) (C)", "(A), (B), (B)(1), (B)(2), (C)"),
    ],
)  # fmt: skip
def test_labels_to_citations(labels, ids):
    places = list(placed(labels))
    last = ids.split(", ")
    assert [place.id for place in places][-len(last) :] == last
    assert {place.problem for place in places} == {""}
    levels = {place.id: place.level for place in places}
    for place in places:
        assert place.level == (levels.get(place.parent, 1) + 1 if place.parent else 1)
        assert place.parent is None or place.id.startswith(place.parent) or "." in place.id


@pytest.mark.parametrize(
    ("labels", "id_", "problem", "after"),
    [
        ("1. 2. 4.", "4", "gap", "2"),
        ("3. 4. 4.", "4~2", "repeat", "4"),
        ("3. 4. 4. 4.", "4~3", "repeat", "4"),
        ("3. 5. 4.", "4", "order", "5"),
        ("1.: (a) (b) (d)", "1(d)", "gap", "(b)"),
        ("1.: (a) (b) (b)", "1(b)~2", "repeat", "(b)"),
        ("1.: (a) (b) (c) (a)", "1(a)~2", "order", "(c)"),
        ("1.: (a): (1) (2) (4)", "1(a)(4)", "gap", "(2)"),
        ("1.: (a): (1) (2) (d)", "1(d)", "gap", "(a)"),
        ("=: (c)", "p1(c)", "gap", "nothing"),
        ("2_bis. 2_bis.", "2 bis~2", "repeat", "2 bis"),
        ("1. 2. # (a) 4.", "4", "gap", "2"),
        ("1. 2. # (a) 2.", "2~2", "repeat", "2"),
        ("1. 3. # (a) 2.", "2", "order", "3"),
        ("16.: (a) 16.1 (b)", "16.1(b)", "gap", "nothing"),
        ("16.1 16.1", "16.1~2", "repeat", "16.1"),
        ("16.3 16.2", "16.2", "order", "16.3"),
        ("16. 16.1 16.3", "16.3", "gap", "16.1"),
        ("1.: (a) (ii)", "1(a)(ii)", "gap", "nothing"),
        ("# VI.", "p1(VI)", "gap", "nothing"),
    ],
)
def test_what_is_wrong_with_a_numbering_is_said(labels, id_, problem, after):
    *before, last = placed(labels)
    assert (last.id, last.problem, last.after) == (id_, problem, after)
    assert len({place.id for place in before} | {last.id}) == len(before) + 1


@pytest.mark.parametrize(
    ("labels", "kinds"),
    [("1. (a) (i) • A.", "numbered lettered roman bulleted lettered"), ("1.1 I. Article_1", "numbered roman numbered")],
)
def test_kinds(labels, kinds):
    assert [place.kind for place in placed(labels)] == kinds.split()


def test_a_line_of_contents_takes_no_numbers():
    assert [place.id for place in placed("# VI. VII. 1. 2.")][-2:] == ["1", "2"]


def test_numbers_go_on_over_parts_where_they_do():
    outline = Outline(frozenset({"Section"}))
    labels = ["Section 1", "1.", "2.", "Section 2", "3."]
    ids = [outline.place(read_marker(f"{label}  Text"), lambda: None, chapeau=False).id for label in labels]
    assert ids == ["Section 1", "1", "2", "Section 2", "3"]


@pytest.mark.parametrize(("part", "id_"), [(True, "s2:4"), (False, "4")])
def test_an_annex_ends_a_series_for_good(part, id_):
    outline = Outline()
    for label in ("1.", "2.", "3."):
        outline.place(read_marker(label), lambda: None, chapeau=False)
    outline.close(part=part)
    places = [outline.place(read_marker(label), lambda: None, chapeau=False) for label in ("1.", "2.", "4.")]
    assert [place.id for place in places] == ["s2:1", "s2:2", id_]


def test_numbers_with_points_hang_under_their_chapter():
    assert [place.parent for place in placed("16. 16.1 16.1.1 16.2 17.1")] == [None, "16", "16.1", "16", None]
