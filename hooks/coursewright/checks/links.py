"""Links, anchors and pictures of a page that lead nowhere."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Mapping
from urllib.parse import unquote, urlsplit

from coursewright.drawing.targets import Link, Targets
from coursewright.problem import Place, Problems, did_you_mean, nearest, shown
from coursewright.reader.page import ReadPage
from coursewright.source.lines import without_code

_LABELLED = re.compile(r"(?<!\\)\[(?P<text>[^\[\]]+)\]\[(?P<label>[^\[\]^]*)\]")
_CODED = "\x02"
"""Python-Markdown writes a mail address so, character by character."""


def check_links(
    read: ReadPage, targets: Mapping[str, Targets], files: Collection[str], faulty: Collection[str], problems: Problems
) -> None:
    """Report what leads nowhere on a page.

    Args:
        read: The page.
        targets: The links and anchors of each drawn page, by its path.
        files: Every file of the site's source, those included that the build makes.
        faulty: Pages whose anchors are not to be trusted, as they have mistakes themselves.
        problems: Takes the mistakes.
    """
    own = targets.get(read.page.path)
    if own is None:
        return
    seen: Counter[str] = Counter()
    for link in own.links:
        place = _place(read, link, seen)
        if link.picture and not link.alt.strip():
            problems.report("image-alt", place, f"none for {shown(link.target)}")
        _check_target(read.page.path, link, place, targets, files, faulty, problems)
    _check_labels(read, own.labels, problems)


def _place(read: ReadPage, link: Link, seen: Counter[str]) -> Place:
    """Where a link stands: the n-th link to a target is where the target stands the n-th time."""
    wanted = seen[link.target]
    seen[link.target] += 1
    # Not as a part of a longer target.
    whole = re.compile(rf"(?<![\w/.#-]){re.escape(link.target)}(?![\w/.#-])")
    body = read.source.lines
    for number, line in enumerate(body, 1):
        bare = "" if number in read.tree.protected else without_code(line)
        for match in whole.finditer(bare) if link.target else ():
            if wanted == 0:
                return read.source.place(number, match.start() + 1)
            wanted -= 1
    return read.source.place_of(link.target)


def _check_target(
    path: str,
    link: Link,
    place: Place,
    targets: Mapping[str, Targets],
    files: Collection[str],
    faulty: Collection[str],
    problems: Problems,
) -> None:
    try:
        parts = urlsplit(link.target)
    except ValueError:
        problems.report("link-broken", place, shown(link.target), suggestion="")
        return
    if parts.scheme or parts.netloc or _CODED in link.target:
        return
    wanted = unquote(parts.path)
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), wanted)) if wanted else path
    if wanted.startswith("/") or file not in files:
        code = "image-missing" if link.picture else "link-broken"
        problems.report(code, place, shown(link.target), suggestion=_nearest(path, file, files))
        return
    anchor = unquote(parts.fragment)
    if not anchor or link.picture or file in faulty or file not in targets:
        return
    anchors = targets[file].anchors
    if anchor not in anchors:
        problems.report(
            "link-anchor", place, f"`#{anchor}`", page=f"`{file}`", suggestion=did_you_mean(anchor, sorted(anchors))
        )


def _nearest(path: str, wanted: str, files: Collection[str]) -> str:
    """A hint at the file that was probably meant, written as a link on this page would be."""
    folder = posixpath.dirname(path)
    names = {posixpath.relpath(file, folder or ".") for file in files}
    # Without the suffix, which all pages share and which says nothing of how alike two names are.
    short = {name.removesuffix(".md"): name for name in sorted(names)}
    close = nearest(posixpath.relpath(wanted.lstrip("/"), folder or ".").removesuffix(".md"), short)
    if close:
        return f" Did you mean `{short[close]}`?"
    stem = posixpath.basename(wanted).partition(".")[0]
    same = sorted(name for name in names if posixpath.basename(name).partition(".")[0] == stem)
    return f" Did you mean `{same[0]}`?" if same and stem else ""


def _check_labels(read: ReadPage, labels: Collection[str], problems: Problems) -> None:
    first = read.tree.first_line
    for number, line in enumerate(read.source.lines[first - 1 :], first):
        if number in read.tree.protected or "][" not in line:
            continue
        for match in _LABELLED.finditer(without_code(line)):
            label = match["label"] or match["text"]
            if label.strip().lower() not in labels:
                place = read.source.place(number, match.start() + 1)
                problems.report("link-undefined", place, shown(match.group()), label=label)
