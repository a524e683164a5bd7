"""The report in a real browser: what a reader can do with it."""

import re
from pathlib import Path

import pytest

import cnd_tools
from browser import CHROMIUM, browser
from cnd_tools.cli.report import content
from cnd_tools.comparing.analysed import coded
from cnd_tools.views.report import render
from comparing.building import SHARED
from views.made import EARLIER, LATER

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this system; apt-get install chromium")


@pytest.fixture(scope="module")
def chromium():
    with browser() as page:
        yield page


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render(content([EARLIER, LATER])), "utf-8")
    return path


@pytest.fixture
def page(chromium, file):
    chromium.open(file)
    return chromium


def choose(page, name, value, section="texts"):
    page.run(
        f"""(() => {{ const control = document.querySelector('[data-for={section}] [name={name}]');
        control.value = {value!r}; control.dispatchEvent(new Event('input', {{bubbles: true}})) }})()"""
    )


def shown(page, section="texts"):
    return page.run(
        f"[...document.querySelectorAll('#{section} [data-item]')].filter(e => e.offsetParent).map(e => e.id)"
    )


def status(page, section="texts"):
    return page.run(f"document.querySelector('[data-for={section}] output').value")


ALL = ["text-1-1", "text-1-2", "text-1-3", "text-2-1", "text-2-2", "text-2-3", "text-2-4"]


def test_it_opens_without_a_complaint_and_asks_for_nothing(page, file):
    assert page.complaints() == []
    assert page.requests() == [file.resolve().as_uri()]
    assert shown(page) == ALL
    assert status(page) == "7 paragraphs"


def test_complaints_would_be_heard(chromium, tmp_path):
    broken = tmp_path / "broken.html"
    broken.write_text("<script>throw new Error('heard')</script><img src='nowhere.png'>")
    chromium.open(broken)
    assert len(chromium.complaints()) == 2
    assert len(chromium.requests()) == 2


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("themes", "drug_trafficking", ["text-1-1", "text-1-2", "text-2-1"]),
        ("actors", "member_states", ["text-1-1", "text-2-1"]),
        ("strengths", "recommendation", ["text-1-1", "text-2-2"]),
        ("search", "trafficking", ["text-1-1", "text-1-2", "text-2-1"]),
        ("search", "TRAFFICKING AND", ["text-1-1"]),
        ("search", "People's", ["text-1-3"]),
        ("search", "<script>", ["text-2-3"]),
        ("search", "obligation", []),
        ("search", "", ALL),
    ],
)
def test_a_filter_leaves_what_fits(page, name, value, expected):
    choose(page, name, value)
    assert shown(page) == expected
    assert status(page) == (f"{len(expected)} of 7 paragraphs" if value else "7 paragraphs")


def test_filters_add_up_and_are_taken_back(page):
    choose(page, "themes", "drug_trafficking")
    choose(page, "strengths", "obligation")
    choose(page, "search", "fight")
    assert shown(page) == ["text-2-1"]
    assert page.run("document.getElementById('text-1').closest('[data-group]').hidden")
    page.run(
        "document.querySelector('[data-for=texts] [type=reset]').click(); new Promise(requestAnimationFrame)"
    )  # fmt: skip
    assert shown(page) == ALL
    assert status(page) == "7 paragraphs"


def test_hits_are_marked_also_across_marks(page):
    choose(page, "search", "states should")
    assert page.run("[...CSS.highlights.get('found-texts')].map(String)") == ["States should"]
    assert page.run("[...CSS.highlights.get('found-texts')].map(r => r.startContainer !== r.endContainer)") == [True]


def test_changes_are_filtered_by_kind(page):
    choose(page, "kinds", "stronger", "changes")
    assert len(shown(page, "changes")) == 1
    assert "1 of" in status(page, "changes")
    assert shown(page) == ALL


def test_what_is_chosen_stands_in_the_address_and_is_taken_from_it(page):
    choose(page, "themes", "drug_trafficking")
    assert page.run("location.hash") == "#texts?themes=drug_trafficking"
    page.run("location.hash = '#texts?documents=2&strengths=obligation'; new Promise(requestAnimationFrame)")
    assert shown(page) == ["text-2-1"]
    page.run("location.hash = '#text-1-3'; new Promise(done => setTimeout(done, 100))")
    assert shown(page) == ALL


def test_a_mark_of_a_chart_leads_to_its_paragraphs(page):
    assert "#texts?documents=1&themes=corruption" in page.run(
        "[...document.querySelectorAll('#themes .wide a')].map(e => e.getAttribute('href'))"
    )
    page.run("document.querySelector('#themes .wide a').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    page.run("new Promise(done => setTimeout(done, 100))")
    assert len(shown(page)) < len(ALL)


def test_a_mark_leads_to_as_many_paragraphs_as_it_says(page):
    marks = page.run(
        "[...document.querySelectorAll('#themes .wide a, #actors .wide a, #strength .wide a')]"
        ".map(e => [e.getAttribute('href'), e.querySelector('title').textContent])"
    )
    assert len(marks) > 10
    for address, said in marks:
        page.run(f"location.hash = {address!r}; new Promise(done => setTimeout(done, 20))")
        assert len(shown(page)) == int(re.search(r": (\d+) ", said)[1]), said


def test_a_script_in_a_text_stays_text(page):
    assert page.run("document.title") == "2009, 2011 – cnd-tools report"
    assert "<script>document.title = 'taken'</script>" in page.run("document.getElementById('text-2-3').innerText")
    assert page.run("document.scripts.length") == 1


def test_no_script_but_its_own_can_run(page):
    page.run("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title = 1\">')")
    page.run("document.body.append(Object.assign(document.createElement('script'), {text: 'document.title = 2'}))")
    page.run("new Promise(done => setTimeout(done, 100))")
    assert page.run("document.title") == "2009, 2011 – cnd-tools report"


def test_marks_can_be_put_out(page):
    def line():
        return page.run("getComputedStyle(document.querySelector('.words mark.agent')).borderBottomWidth")

    assert line() == "3px"
    page.run("document.getElementById('show-agent').click()")
    assert line() == "0px"


@pytest.mark.parametrize(("width", "chart"), [(1400, "wide"), (400, "narrow")])
def test_it_fits_the_screen(chromium, file, width, chart):
    chromium.open(file, width=width)
    assert chromium.run("document.documentElement.scrollWidth") <= width
    seen = chromium.run(
        "[...document.querySelectorAll('#themes .chart')].filter(e => e.offsetParent).map(e => e.className)"
    )
    assert seen == [f"chart {chart}"]


def test_it_is_dark_in_the_dark(chromium, file):
    grounds = []
    for dark in (False, True):
        chromium.open(file, dark=dark)
        grounds.append(chromium.run("getComputedStyle(document.body).backgroundColor"))
        text = chromium.run("getComputedStyle(document.querySelector('#themes text')).fill")
        assert text == chromium.run("getComputedStyle(document.body).color")
    assert grounds == ["rgb(255, 255, 255)", "rgb(20, 25, 31)"]


def test_the_keyboard_comes_everywhere(page):
    for _ in range(2):
        for kind in ("keyDown", "keyUp"):
            page.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        if page.run("document.activeElement.className") == "skip":
            break
    assert page.run("document.activeElement.className") == "skip"
    assert page.run("document.activeElement.getBoundingClientRect().left") >= 0
    assert page.run("[...document.querySelectorAll('a, button, input, select, summary')].every(e => e.tabIndex === 0)")


def test_it_prints_light_whole_and_without_what_only_a_screen_needs(chromium, file):
    pypdfium2 = pytest.importorskip("pypdfium2")
    chromium.open(file, dark=True)
    pdf = pypdfium2.PdfDocument(chromium.printed())
    words = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "Nothing more was said." in words
    assert "Precursor control" in words
    assert "Show all" not in words
    corner = pdf[0].render().to_numpy()[0, 0]
    assert corner.min() == 255


@pytest.mark.parametrize(
    "texts",
    [
        ("2009",),
        ("2009", "2011"),
        ("akn/A_RES_77_133.flowed.txt", "akn/A_RES_77_139.flowed.txt"),  # neighbours
        ("akn/A_RES_78_62.flowed.txt", "akn/A_RES_77_25.flowed.txt"),  # strangers: nothing is side by side
    ],
)
def test_it_prints_on_a_page_for_150_words_of_source(chromium, tmp_path, texts):
    pypdfium2 = pytest.importorskip("pypdfium2")
    paths = [name if name.isdigit() else str(SHARED / "data" / name) for name in texts]
    if not all(path.isdigit() or Path(path).exists() for path in paths):
        pytest.skip("no data in ../shared")
    analyses = [cnd_tools.analyse(path).records for path in paths]
    page = tmp_path / "report.html"
    page.write_text(render(content(analyses)), "utf-8")
    chromium.open(page)
    words = sum(point.words for one in analyses for point in coded(one))
    assert len(pypdfium2.PdfDocument(chromium.printed())) <= words / 150
