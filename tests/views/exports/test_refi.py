"""The REFI-QDA project: by its published schema, and every coded stretch found again in the text it names."""

import zipfile

import pytest
from lxml import etree

from cnd_tools.views.exports.refi import write_refi
from views.exports.contents import ALL, HOSTILE, TREE, of
from views.exports.schemas import schema

Q = "{urn:QDA-XML:project:1.0}"


def written(folder, *analyses):
    write_refi(of(*analyses), folder / "a.qdpx")
    with zipfile.ZipFile(folder / "a.qdpx") as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    return etree.fromstring(files.pop("project.qde")), files


def texts(project, files):
    """Each source's name with its text, found as an importer finds it."""
    found = {}
    for source in project.iter(f"{Q}TextSource"):
        path = source.get("plainTextPath").removeprefix("internal://")
        found[source.get("name")] = files[f"sources/{path}"].decode("utf-8")
    return found


def codes(project):
    """Each code's GUID with its names from the outermost in."""
    return {
        code.get("guid"): tuple(one.get("name") for one in [*reversed(list(code.iterancestors(f"{Q}Code"))), code])
        for code in project.iter(f"{Q}Code")
    }


def coded(project, files):
    """(source, code, words) of every coding."""
    known, said = codes(project), texts(project, files)
    for selection in project.iter(f"{Q}PlainTextSelection"):
        name = selection.getparent().get("name")
        start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
        for ref in selection.iter(f"{Q}CodeRef"):
            yield name, known[ref.get("targetGUID")], said[name][start:end]


@pytest.mark.parametrize("analyses", [(), ALL, *((one,) for one in ALL)], ids=len)
def test_the_published_schema_accepts_it(tmp_path, analyses):
    project, _ = written(tmp_path, *analyses)
    schema("refi").assertValid(project)


def test_guids_are_unique_and_all_references_lead_somewhere(tmp_path):
    project, _ = written(tmp_path, *ALL)
    guids = project.xpath("//@guid")
    assert len(guids) == len(set(guids))
    assert set(project.xpath("//@targetGUID")) <= set(guids)
    assert set(project.xpath("//@creatingUser")) == {project.find(f"{Q}Users/{Q}User").get("guid")}
    assert all(project.xpath(f"//q:Code[@guid='{one}']/@isCodable", namespaces={"q": Q[1:-1]}) in (["true"], [])
               for one in project.xpath("//q:CodeRef/@targetGUID", namespaces={"q": Q[1:-1]}))  # fmt: skip


def test_the_words_of_every_row_are_found_again(tmp_path):
    project, files = written(tmp_path, *ALL)
    found = set(coded(project, files))
    for one in ALL:
        name = one.document.name
        wanted = one.document.text.replace("\r\n", "\n")
        assert texts(project, files)[name] == wanted
        for actor in one.actors:
            assert any(n == name and c[:2] == ("Actors", actor.role) and w == actor.text for n, c, w in found)
        for theme in one.themes:
            (point,) = (point for point in one.points if point.point == theme.point)
            words = one.document.text[point.start : point.end].replace("\r\n", "\n")
            assert any(n == name and c[0] == "Themes" and w == words for n, c, w in found)
        for action in one.actions:
            assert (name, ("Strengths", action.strength), action.text) in found


def test_two_actors_on_the_same_words_are_two_codes_of_one_selection(tmp_path):
    project, files = written(tmp_path, TREE)
    same = [code for _, code, words in coded(project, files) if words == "UNODC"]
    office = "United Nations Office on Drugs and Crime"
    assert same == [("Actors", "recipient", office), ("Actors", "mention", "Assist")]


def test_codes_have_the_definitions_of_the_codebook(tmp_path):
    project, _ = written(tmp_path, TREE)
    (code,) = (code for code in project.iter(f"{Q}Code") if code.get("name") == "recipient")
    assert code.findtext(f"{Q}Description") == "Whom an action is to help, reach or address."
    assert code.get("isCodable") == "false"


def test_mastheads_are_variables(tmp_path):
    project, _ = written(tmp_path, HOSTILE)
    values = [value.text for value in project.iter(f"{Q}TextValue")]
    assert values == ["A/RES/1/1<&", "=General Assembly", "First session", "11 March 2009", 'A "title"\ufffd of it']


def test_names_in_the_archive_are_never_the_documents_own(tmp_path):
    _, files = written(tmp_path, *ALL)
    assert len(files) == len(ALL)
    assert all(name.startswith("sources/") and ".." not in name and name.count("/") == 1 for name in files)
