"""Time the printing of a made-up course's worksheets beside WeasyPrint alone on the same documents.

Thirty sheets on two papers, to print and to fill in: first with nothing in the cache, then with nothing changed. What
counts is seconds of the clock, as cores share the work. Ends with 1 if a limit is passed. See README.md beside this.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "hooks")]

from coursewright.build import CourseBuild  # noqa: E402
from coursewright.paper.pdf_printer import PdfPrinter  # noqa: E402
from coursewright.paper.typesetting import Typesetter  # noqa: E402
from make_course import make  # noqa: E402
from tests.engine.pages import markdown_with  # noqa: E402

MOST_SECONDS = 60
MOST_TIMES_ALONE = 0.5


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sheets", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), options.sheets)
        docs = Path(folder) / "course" / "docs"
        documents = documents_of(docs)
        rounds = [measure(documents, docs, Path(folder) / f"cache-{number}") for number in range(options.rounds)]
    print(f"{options.sheets} sheets, {len(documents)} files, {options.rounds} rounds; seconds of the clock")
    for name, seconds in {name: [each[name] for each in rounds] for name in rounds[0]}.items():
        print(f"  {name:<10}{statistics.median(seconds):7.2f}  ({min(seconds):.2f} to {max(seconds):.2f})")
    cold = statistics.median(each["cold"] for each in rounds)
    ratio = statistics.median(each["cold"] / each["alone"] for each in rounds)
    print(f"  cold / alone: {ratio:.2f} (limit {MOST_TIMES_ALONE}); cold: limit {MOST_SECONDS} s")
    sys.exit(0 if ratio <= MOST_TIMES_ALONE and cold <= MOST_SECONDS else 1)


def documents_of(docs: Path) -> dict[str, str]:
    """The documents of all sheets, without packs."""
    build = CourseBuild(docs, "docs", "learner", "en")
    build.fragments.make_markdown = markdown_with
    typesetter = Typesetter(
        build.course, build.words, build.fragments, lambda path: f"https://courses.example/{path}", 12
    )
    return {each.path: typesetter.document(each) for each in build.print_jobs if not each.is_pack}


def measure(documents: dict[str, str], docs: Path, cache: Path) -> dict[str, float]:
    """Seconds of one round."""
    return {
        "cold": seconds(lambda: PdfPrinter(docs, cache).print_all(documents, "")),
        "unchanged": seconds(lambda: PdfPrinter(docs, cache).print_all(documents, "")),
        "alone": seconds(lambda: [print_alone(html, docs) for html in documents.values()]),
    }


def print_alone(html: str, docs: Path) -> bytes:
    """What a script around WeasyPrint would do: a document at a time, each with the style."""
    import weasyprint

    from coursewright.paper.printer import FOLDER, fetcher

    style = weasyprint.CSS(filename=FOLDER / "sheet.css", url_fetcher=fetcher(FOLDER))
    fillable = 'class="fillable"' in html
    page: Any = weasyprint.HTML(string=html, url_fetcher=fetcher(docs))
    pdf: bytes = page.write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1", pdf_forms=fillable)
    return pdf


def seconds(work: Any) -> float:
    """How long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
