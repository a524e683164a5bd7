"""The REFI-QDA project: by its published schema, and every coded stretch found again in the text it names."""

import re
import zipfile

import pytest
from lxml import etree

from cnd_tools.views.exports.refi import _Names, write_refi
from views.exports.contents import ALL, HOSTILE, TREE, of
from views.exports.schemas import schema
from views.made import EARLIER, LATER

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
            assert any(
                n == name and c[0] == "Actors" and c[2] == f"{c[1]}: {actor.role}" and w == actor.text
                for n, c, w in found
            )
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
    assert same == [("Actors", office, f"{office}: recipient"), ("Actors", "Assist", "Assist: mention")]


def test_an_actor_is_one_code_with_its_roles_under_it(tmp_path):
    project, _ = written(tmp_path, EARLIER, LATER, HOSTILE)
    (actors,) = (code for code in project.iter(f"{Q}Code") if code.get("name") == "Actors")
    (office,) = (code for code in actors if code.get("name") == "United Nations Office on Drugs and Crime")
    assert [code.get("name").partition(": ")[2] for code in office.findall(f"{Q}Code")] == ["agent", "source"]


def test_names_are_unique_as_qualcoder_needs_them(tmp_path):
    """It keeps codes and those that have codes under them by their names, and loses the second of one name."""
    project, _ = written(tmp_path, *ALL)
    above = [code.get("name") for code in project.iter(f"{Q}Code") if code.findall(f"{Q}Code")]
    codable = [code.get("name") for code in project.iter(f"{Q}Code") if code.get("isCodable") == "true"]
    assert len(set(above)) == len(above) > 4
    assert len(set(codable)) == len(codable) > 8


def test_two_themes_of_one_title_are_told_apart():
    names = _Names(of(EARLIER))
    assert [names.alone(("Themes", pillar, "corruption"), above=False) for pillar in ("a", "b")] == [
        "Corruption", "Corruption (b)",
    ]  # fmt: skip


def test_everything_has_a_date_and_codes_have_colours(tmp_path):
    project, _ = written(tmp_path, *ALL)
    for tag in ("TextSource", "PlainTextSelection", "Coding"):
        assert {one.get("creationDateTime") for one in project.iter(f"{Q}{tag}")} == {"1980-01-01T00:00:00Z"}
    colours = {code.get("name"): code.get("color") for code in project.iter(f"{Q}Code")}
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours.values())
    assert colours["obligation"] != colours["recommendation"]


def test_codes_have_the_definitions_of_the_codebook(tmp_path):
    project, _ = written(tmp_path, TREE)
    (code,) = (code for code in project.iter(f"{Q}Code") if code.get("name").endswith(": recipient"))
    assert code.findtext(f"{Q}Description") == "Whom an action is to help, reach or address."
    assert (code.get("isCodable"), code.getparent().get("isCodable")) == ("true", "false")


def test_documents_are_cases_with_their_mastheads(tmp_path):
    project, _ = written(tmp_path, *ALL)
    sources = {source.get("guid"): source.get("name") for source in project.iter(f"{Q}TextSource")}
    cases = {
        case.get("name"): sources[case.find(f"{Q}SourceRef").get("targetGUID")] for case in project.iter(f"{Q}Case")
    }
    assert cases == {name: name for name in sources.values()}
    project, _ = written(tmp_path, HOSTILE)
    values = [value.text for value in project.iter(f"{Q}TextValue")]
    assert values == ["A/RES/1/1<&", "=General Assembly", "First session", "11 March 2009", 'A "title"\ufffd of it']


def test_names_in_the_archive_are_never_the_documents_own(tmp_path):
    _, files = written(tmp_path, *ALL)
    assert len(files) == len(ALL)
    assert all(name.startswith("sources/") and ".." not in name and name.count("/") == 1 for name in files)
