"""What is in a PDF beside ink: title, language, structure, fonts, outline, the number of each page, the way back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
import segno
from pikepdf import Name, Object, Pdf
from PIL import Image, ImageChops

from coursewright.print_jobs import A4, PrintJob
from coursewright.sheet import SheetForm
from tests.engine.paper.measuring import ABOUT, MM, Area, sights
from tests.engine.paper.pdfium import pictures, texts
from tests.engine.paper.printing import SITE, Job, Printed
from tests.engine.paper.tree import elements, headings, insides, outline, read_aloud, structure, words

COURSE_TITLE = "Paper: \"what?\" # A & B <c> | \\D 'e'"
MODULE_TITLE = "Sheets: \"yes?\" # 1 & 2 <3> | \\4 '5'"
LESSON_TITLE = "Parts: \"all?\" # I & II <i> | \\V 'x'"
SHEET_TITLE = "Every: \"part?\" # X & Y <z> | \\W 'v'"
PAGE = f"{SITE.removeprefix('https://')}lessons/paper/parts.html"
EXPECTED = Path(__file__).with_name("expected")
"""What those who listen hear; written by ``--golden-update``, and then read."""
SMALLEST_CODE = 20
SMALLEST_MODULE = 0.33


def test_a_file_says_what_it_is_and_in_which_language(workshop: Printed) -> None:
    for each in workshop.print_jobs:
        with pikepdf.open(workshop.file(each.path)) as pdf:
            assert str(pdf.Root.Lang) == "en"
            assert pdf.Root.MarkInfo.Marked
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            assert pdf.Root.StructTreeRoot.K
            assert str(pdf.docinfo.Title) == title_of(each)
            assert str(pdf.docinfo.Subject) == COURSE_TITLE
            with pdf.open_metadata() as metadata:
                assert metadata["dc:title"] == title_of(each)
                assert metadata["pdfuaid:part"] == "1"


def title_of(each: PrintJob) -> str:
    pack = {"sheet": "", "course": " – Workbook, with all worksheets"}.get(each.scope, " – Worksheets")
    return each.title + pack + (" – Facilitator copy" if each.form == "facilitator" else "")


def test_titles_are_printed_as_they_are_written(workshop: Printed) -> None:
    course = next(each for each in workshop.print_jobs if each.scope == "course")
    module = next(each for each in workshop.print_jobs if each.scope == "module")
    lesson = next(each for each in workshop.print_jobs if each.scope == "lesson")
    assert (course.title, module.title, lesson.title) == (COURSE_TITLE, MODULE_TITLE, LESSON_TITLE)
    for pack in (course, module, lesson):
        assert text_of(workshop.file(pack.path), 0).startswith(pack.title if pack is course else COURSE_TITLE)
        kind = "Workbook, with all worksheets" if pack is course else "Worksheets"
        assert f"{pack.title} {kind} {SHEET_TITLE} · {LESSON_TITLE}" in text_of(workshop.file(pack.path), 0)
    sheet = workshop.sheet("every-part")
    head = f"{COURSE_TITLE} · {LESSON_TITLE}"
    assert [head in text_of(sheet, number) for number in range(2)] == [True, True]
    assert f"{SHEET_TITLE} Hold every part" in text_of(sheet, 0)
    assert f"Lesson: {LESSON_TITLE}" in text_of(sheet, 0)
    with pikepdf.open(sheet) as pdf:
        assert outline(pdf) == [(0, SHEET_TITLE)]


def text_of(file: Path, page: int) -> str:
    """What can be read on a page, line by line, without regard to where lines end."""
    return texts(file)[page]


def test_what_looks_like_code_is_printed_as_it_is_written(workshop: Printed) -> None:
    for form in ("blank", "fillable", "facilitator"):
        said = words(workshop.sheet("letters", form))
        for text in (
            "Zażółć gęślą jaźń <script>alert(1)</script> {{ 7*7 }} </style>",
            '</title> {% raw %} "',
            "</style><b>, \\66 oo",
            "Œuvre à côté: Ελλάδα, Съешь ещё, ✓ {{ 7*7 }} <script>alert(2)</script> </style>",
            "Your words, {{ 8*8 }} {% if %} </article> \\0041",
            "Ünterschrift <script>alert(3)</script>",
            '</style> & "more"',
            "tick </style> {{ 9*9 }} & <",
            "<b>one</b>",
            "{{ two }}",
            "How?",
            "<i>low",
            "high</i>",
        ):
            assert text in said
    with pikepdf.open(workshop.sheet("letters", "fillable")) as pdf:
        titles = [str(each.TU) for each in pdf.Root.AcroForm.Fields]
    assert titles[1:3] == ["Ünterschrift <script>alert(3)</script>", '</style> & "more"']


def test_a_pack_lists_its_sheets(workshop: Printed) -> None:
    for pack, file in workshop.packs():
        with pikepdf.open(file) as pdf:
            assert outline(pdf) == [(0, pack.title), *((1, placed.sheet.title) for placed in pack.sheets)]
        cover = text_of(file, 0)
        assert all(placed.sheet.title in cover and placed.lesson.title in cover for placed in pack.sheets)


def test_the_links_of_a_cover_lead_to_the_sheets(workshop: Printed) -> None:
    pack, file = next((pack, file) for pack, file in workshop.packs() if pack.scope == "course")
    with pikepdf.open(file) as pdf:
        starts = [number for number, text in enumerate(texts(file)) if "Page 1 of" in text]
        cover = pdf.pages[0].obj.Annots
        led_to = [_page_of(pdf, str(each.A.D) if "/A" in each else str(each.Dest)) for each in cover]
    assert len(starts) == len(pack.sheets)
    assert sorted(set(led_to)) == starts


def _page_of(pdf: Pdf, destination: str) -> int:
    names = pdf.Root.Names.Dests.Names
    places = {str(names[place]): names[place + 1] for place in range(0, len(names), 2)}
    return next(number for number, page in enumerate(pdf.pages) if page.obj == places[destination][0])


def test_pages_are_counted_sheet_by_sheet(workshop: Printed) -> None:
    for each in workshop.print_jobs:
        file = workshop.file(each.path)
        printed_files = [workshop.printed_files[path_of(workshop, each, sheet.id)] for sheet in each.sheets]
        counted = [
            f"Page {page} of {printed_file.pages}"
            for printed_file in printed_files
            for page in range(1, printed_file.pages + 1)
        ]
        corner = Area(each.paper.width - 60, each.paper.height - 15, each.paper.width, each.paper.height)
        assert texts(file, corner) == ([""] if each.is_pack else []) + counted, each.path


def path_of(printed: Printed, like: PrintJob, sheet: str) -> str:
    """The path of the file of one sheet, in the form and on the paper of another file."""
    return next(
        each.path
        for each in printed.print_jobs
        if not each.is_pack and (each.form, each.paper, each.sheets[0].id) == (like.form, like.paper, sheet)
    )


def test_every_font_is_in_the_file_and_ours(workshop: Printed) -> None:
    for each in workshop.print_jobs:
        if each.scope == "course" or each.form == "fillable":
            with pikepdf.open(workshop.file(each.path)) as pdf:
                used = {str(font.BaseFont): is_embedded(font) for page in pdf.pages for font in fonts_of(page)}
            assert all(used.values()), each.path
            assert {name.partition("+")[2].partition("-")[0] for name in used} == {"Coursewright", "Vollkorn"}, (
                each.path
            )


def fonts_of(page: pikepdf.Page) -> list[Object]:
    """The fonts that a page shows text with."""
    named = {str(each.operands[0]) for each in pikepdf.parse_content_stream(page, "Tf")}
    return [page.resources.Font[name] for name in named]


def is_embedded(font: Object) -> bool:
    descriptors = [each.FontDescriptor for each in font.get("/DescendantFonts", [font])]
    return all({"/FontFile", "/FontFile2", "/FontFile3"} & set(each.keys()) for each in descriptors)


def test_headings_begin_at_the_first_level_and_skip_none(workshop: Printed) -> None:
    for each in workshop.print_jobs:
        with pikepdf.open(workshop.file(each.path)) as pdf:
            levels = headings(pdf)
        assert levels == [1] * (len(each.sheets) + each.is_pack), each.path


@pytest.mark.parametrize("form", ["blank", "fillable"])
def test_a_sheet_is_read_aloud_in_order(workshop: Printed, form: SheetForm, golden_update: bool) -> None:
    expected = EXPECTED / f"every-part.{form}.txt"
    said = read_aloud(workshop.sheet("every-part", form))
    if golden_update:
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


def test_a_table_is_one_for_those_who_listen(workshop: Printed) -> None:
    for form in ("blank", "fillable"):
        with pikepdf.open(workshop.sheet("every-part", form)) as pdf:
            tables = [node for node in structure(pdf).walk() if node.kind == "Table"]
        assert [sum(each.kind == "TH" for each in table.walk()) for table in tables] == [5, 5]


def test_every_picture_says_what_it_shows(workshop: Printed) -> None:
    for each, file in workshop.sheets():
        sheet = each.sheets[0]
        page = f"{SITE}{sheet.lesson.path.replace('.md', '.html')}#{sheet.sheet.name}"
        wanted = [f"QR code that leads to {page}"]
        if sheet.sheet.name == "every-part":
            wanted.append("Four steps that lead up to the right")
            wanted += ["KEYCANARYALT"] * (each.form == "facilitator")
        assert figures_of(file) == wanted, each.path


def figures_of(file: Path) -> list[str]:
    """What the pictures of a file are said to show."""
    with pikepdf.open(file) as pdf:
        return [node.said for node in structure(pdf).walk() if node.kind == "Figure"]


def test_all_is_black_white_or_grey(workshop: Printed) -> None:
    for each in workshop.print_jobs:
        if each.scope == "sheet" or each.scope == "course":
            assert all(map(is_grey, pictures(workshop.file(each.path), 1.5))), each.path


def is_grey(picture: Image.Image) -> bool:
    red, green, blue = picture.convert("RGB").split()
    return not (ImageChops.difference(red, green).getbbox() or ImageChops.difference(green, blue).getbbox())


def test_every_colour_is_named_as_a_grey(workshop: Printed) -> None:
    named = set()
    for each in workshop.print_jobs:
        if each.scope == "course" or each.form == "fillable":
            with pikepdf.open(workshop.file(each.path)) as pdf:
                for page in pdf.pages:
                    for command in pikepdf.parse_content_stream(page, "rg RG g G k K sc SC scn SCN"):
                        named.add((str(command.operator), tuple(float(operand) for operand in command.operands)))
    assert {operator for operator, _ in named} >= {"rg"}
    assert not {colour for colour in named if len(set(colour[1])) > 1 or colour[0] in ("k", "K", "sc", "SC")}


# The way back: a code to point a phone at, and the address in words


def test_a_code_leads_back_to_the_sheet(workshop: Printed) -> None:
    for paper in ("a4", "letter"):
        file = workshop.sheet("every-part", paper=paper)
        place = code_of(file)
        code = segno.make(f"https://{PAGE}#every-part", error="m", micro=False)
        modules = len(code.matrix)
        side = place.width / modules
        assert abs(place.width - place.height) < 0.1
        assert side * (modules + 8) > SMALLEST_CODE - 0.1
        assert side > SMALLEST_MODULE
        assert read_code(file, place, modules) == [list(map(bool, row)) for row in code.matrix]


def code_of(file: Path) -> Area:
    """Where the code stands on the first page of a file: the picture that stands highest."""
    page = sights(file)[0]
    strokes = [each for each in page.figures if each.left > page.width / 2]
    return Area(
        min(each.left for each in strokes),
        min(each.top for each in strokes) - 0.222,
        max(each.right for each in strokes),
        max(each.bottom for each in strokes) + 0.222,
    )


def read_code(file: Path, place: Area, modules: int) -> list[list[bool]]:
    """What a code shows: whether each module is dark, in its middle."""
    dots = 20
    (picture,) = pictures(file, dots, 1)
    seen: Any = picture.convert("L").load()
    side = place.width / modules
    across = [round(dots * (place.left + (column + 0.5) * side)) for column in range(modules)]
    down = [round(dots * (place.top + (row + 0.5) * side)) for row in range(modules)]
    return [[seen[left, top] < 128 for left in across] for top in down]


def test_the_place_of_a_picture_is_where_it_stands(workshop: Printed) -> None:
    file = workshop.sheet("every-part")
    with pikepdf.open(file) as pdf:
        height = float(pdf.pages[0].mediabox[3])
        figure = next(each for each in elements(pdf.Root.StructTreeRoot) if Name.Figure == each.S)
        left, bottom, right, top = (float(side) for side in figure.A.BBox)
    told = Area(left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)
    assert told.holds(code_of(file))
    assert told.width < 30


def test_nothing_is_printed_in_the_quiet_zone_of_a_code(workshop: Printed) -> None:
    for each, file in workshop.sheets():
        place = code_of(file)
        quiet = 4 * place.width / len(segno.make(address_of(each), error="m", micro=False).matrix)
        zone = Area(place.left - quiet, place.top - quiet, place.right + quiet, place.bottom + quiet)
        near = [letter.text for letter in sights(file)[0].letters if letter.text.strip() and meet(zone, letter.area)]
        assert near == [], each.path


def meet(one: Area, other: Area) -> bool:
    across = one.left < other.right - ABOUT and other.left < one.right - ABOUT
    return across and one.top < other.bottom - ABOUT and other.top < one.bottom - ABOUT


def address_of(each: PrintJob) -> str:
    sheet = each.sheets[0]
    return f"{SITE}{sheet.lesson.path.replace('.md', '.html')}#{sheet.sheet.name}"


def test_the_address_is_printed_in_words_on_every_page(workshop: Printed) -> None:
    file = workshop.sheet("every-part")
    assert all(PAGE in text_of(file, number) for number in range(2))


def test_links_lead_to_the_site(workshop: Printed) -> None:
    with pikepdf.open(workshop.sheet("every-part")) as pdf:
        led_to = [str(each.A.URI) for page in pdf.pages for each in page.obj.get("/Annots", []) if "/A" in each]
    assert set(led_to) == {
        f"https://{PAGE}#every-part",
        "https://example.org/site?a=1&b=2",
        f"{SITE}lessons/paper/long.html#sixty-rows",
    }
    assert "the site (https://example.org/site?a=1&b=2) and the long lesson." in words(workshop.sheet("every-part"))


def test_without_an_address_there_is_neither_code_nor_address(without_address: Job) -> None:
    wanted = [
        each
        for each in without_address.build.print_jobs
        if each.paper is A4 and each.form != "facilitator" and each.title in (SHEET_TITLE, LESSON_TITLE)
    ]
    assert [(each.scope, each.form) for each in wanted] == [
        ("lesson", "blank"),
        ("sheet", "blank"),
        ("sheet", "fillable"),
    ]
    for each in wanted:
        file = without_address.one(each.path).file
        inside = insides(file)
        assert "courses.example" not in inside
        assert {address for address in inside.split() if address.startswith("https://")} <= {
            "https://example.org/site?a=1&b=2",
        } | {word for word in inside.split() if word.startswith("https://example.org/a-very-long")}
        assert figures_of(file) == ["Four steps that lead up to the right"]


def test_tabs_follow_the_structure(workshop: Printed) -> None:
    for each, file in workshop.sheets("fillable"):
        assert {page.obj.Tabs for page in pikepdf.open(file).pages} == {Name.S}, each.path
