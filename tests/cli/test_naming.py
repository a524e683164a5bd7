"""What a user calls a theme or an actor, and what is said where nothing has it."""

import pytest

import cnd_tools
from terminal import at_terminal

TEXT = (
    "1. The World Health Organization should report on overdose.\n\n"
    "2. The Islamic Republic of Iran informed the Commission of seizures of precursors.\n\n"
    "3. The Bund der Hafenmeister stressed that Member States should train customs officers.\n"
)


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    return path


@pytest.mark.parametrize(
    ("option", "names"),
    [
        ("--actor", ["who", "WHO", "World Health Organization", "world health organization"]),
        ("--actor", ["irn", "Islamic Republic of Iran", "iran"]),
        ("--actor", ["member_states", "Member States", "member-states", "MEMBER STATES"]),
        ("--theme", ["precursor_control", "Precursor control", "precursor-control"]),
        ("--strength", ["recommendation", "Recommendation"]),
    ],
)
def test_a_title_or_a_name_is_as_good_as_an_id(cnd, text, option, names):
    found = {name: cnd("segment", text, option, name, "--columns", "point", "--csv").out for name in names}
    assert len(set(found.values())) == 1
    assert next(iter(found.values())).count("\n") > 1


@pytest.mark.parametrize(
    ("option", "name", "message"),
    [
        ("--actor", "Member Stats", "no actor has the id or name 'Member Stats'; did you mean member_states?"),
        ("--theme", "Precursors", "no theme has the id or title 'Precursors'; did you mean precursor_control?"),
        ("--theme", "trafficking", "did you mean drug_trafficking?"),
        ("--theme", "women", "cnd lexicon list theme shows them all, and cnd find finds any word"),
        ("--theme", "the", "cnd lexicon list theme shows them all"),
        ("--theme", "--", "cnd lexicon list theme shows them all"),
        ("--strength", "recomendation", "did you mean recommendation?"),
    ],
)
def test_a_name_that_nobody_has(cnd, text, option, name, message):
    ended = cnd("segment", text, f"{option}={name}")
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


def test_a_name_of_several_is_asked_back(cnd, tmp_path):
    words = tmp_path / "own.toml"
    entry = '[[actor]]\nid = "{}"\nlabel = "Harbour office"\ntype = "groups"\npatterns = ["{}"]\nwhy = "a test"\n'
    words.write_text(entry.format("harbour_office_a", "port desk") + entry.format("harbour_office_b", "quay desk"))
    (tmp_path / "a.txt").write_text("1. The port desk met the quay desk.\n")
    ended = cnd("segment", tmp_path / "a.txt", "--actor", "harbour office", "--lexicon", words)
    assert ended.code == 2
    assert "'harbour office' may be harbour_office_a or harbour_office_b; name one of these" in ended.err


@pytest.mark.parametrize("command", ["segment", "actions", "themes", "compare"])
def test_nothing_chosen_is_said(cnd, text, tmp_path, command):
    (tmp_path / "b.txt").write_text(TEXT)
    ended = cnd(command, text, tmp_path / "b.txt", "--actor", "Japan")
    assert ended.code == 0
    assert ended.err == "warning: nothing has --actor Japan in 2 texts\n"
    assert cnd(command, text, tmp_path / "b.txt", "--actor", "Japan", "-q").err == ""


def test_a_text_without_paragraphs_is_compared_with_nothing(cnd, text, tmp_path):
    (tmp_path / "b.txt").write_text("1. Roads are long.\n")
    said = cnd("compare", text, tmp_path / "b.txt", "--actor", "WHO").out
    assert "b: no paragraphs with --actor WHO, so there is nothing to compare." in said
    assert "Little in common" not in said


@pytest.mark.parametrize(("command", "names"), [("kinds", ["World Health", "Member States"]), ("reports", ["World"])])
def test_tables_on_a_screen_name_actors_and_count(text, command, names):
    shown = at_terminal(f"cnd {command} a.txt", width=100, folder=text.parent)
    assert all(name in shown for name in names)
    assert "member_states" not in shown
    assert " of 3 paragraphs" in shown


NUMBERED = "\n\n".join(
    [
        "It was agreed:",
        "1) Roads are long.",
        "2) Rivers are wide.",
        "3) States should:",
        "(a) build;",
        "(b) mend.",
        "4) It rains.",
    ]
)


@pytest.mark.parametrize(
    ("asked", "points"),
    [
        (["2)"], ["p1(2)"]),
        (["2"], ["p1(2)"]),
        (["2."], ["p1(2)"]),
        (["para. 2"], ["p1(2)"]),
        (["Paragraph 2"], ["p1(2)"]),
        (["p1(2)–p1(4)"], ["p1(2)", "p1(3)", "p1(3)(a)", "p1(3)(b)", "p1(4)"]),
        (["1-2", "4"], ["p1(1)", "p1(2)", "p1(4)"]),
        (["p1(3)(a)–(b)"], ["p1(3)(a)", "p1(3)(b)"]),
    ],
)
def test_a_paragraph_as_it_is_printed_or_cited(cnd, tmp_path, asked, points):
    (tmp_path / "n.txt").write_text(NUMBERED)
    shown = cnd("show", tmp_path / "n.txt", *asked).out
    assert [line.split()[0] for line in shown.splitlines() if " paragraph, line " in line] == points


@pytest.mark.parametrize("asked", ["9", "4-2", "1-9", "paragraph", "-"])
def test_no_such_paragraph(cnd, tmp_path, asked):
    (tmp_path / "n.txt").write_text(NUMBERED)
    ended = cnd("show", tmp_path / "n.txt", "--", asked)
    assert ended.code == 2
    assert "has no paragraph" in ended.err


def test_what_a_notebook_prints_is_short():
    text = cnd_tools.document("1. Roads are long.\n", name="roads")
    assert repr(text) == "<Document roads: 19 characters>"
    assert repr(cnd_tools.segment(text)) == "<Segmented roads: 1 points>"


@pytest.mark.parametrize("name", ["unodc", "UNODC", "Office on Drugs and Crime"])
def test_an_entry_of_the_lexicon_is_shown_by_its_name(cnd, name):
    assert "United Nations Office on Drugs and Crime" in cnd("lexicon", "show", name).out


MARKED = "**1.** Roads are long.\n\n**2.** Rivers are wide.\n\n**3.** It rains.\n"


@pytest.mark.parametrize(
    ("name", "text", "warned"),
    [
        ("a.txt", MARKED, "looks like Markdown; save it as .md"),
        ("a.md", MARKED, ""),
        ("a.txt", "# A\n\n## B\n\n1. Roads.\n\n## C\n\n2. Rivers.\n", "looks like Markdown"),
        ("a.txt", "1. Roads **are** long.\n\n2. # is a sign.\n\n__3__\n\n3. Rain.\n", ""),
        ("a.txt", "".join(f"> {number}. Roads are long.\n>\n" for number in range(1, 9)), "most lines begin with >"),
        ("a.txt", "1. As was said:\n\n> Roads\n> are\n> long.\n\n2. Rain.\n\n3. Wind.\n\n4. Snow.\n", ""),
    ],
)
def test_a_plain_text_of_another_form_is_warned_of(cnd, tmp_path, name, text, warned):
    (tmp_path / name).write_text(text)
    said = cnd("segment", tmp_path / name).err
    assert warned in said
    assert bool(warned) == ("Markdown" in said or "lines begin" in said)
    assert cnd("segment", tmp_path / name, "-q").err == ""
