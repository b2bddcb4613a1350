"""Links, anchors and pictures of a page that lead nowhere, and what it would load from elsewhere."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import islice
from urllib.parse import SplitResult, unquote

from coursewright.checks.addresses import Wrong, local_path
from coursewright.drawing.targets import Link, Targets
from coursewright.problem import Place, Problems, did_you_mean, nearest, shown
from coursewright.reader.page import ReadPage
from coursewright.source.lines import without_code

_LABELLED = re.compile(r"(?<!\\)\[(?P<text>[^\[\]]+)\]\[(?P<label>[^\[\]^]*)\]")
_NO_TARGET = re.compile(r"""\]\((?:<>)?\)|\b(?:href|src)=(?:""|''|(?=[\s>]))""")
_IN_A_TARGET = frozenset("/.#-")
"""With letters and digits, what goes on in a longer target."""
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".apng", ".bmp", ".ico")


@dataclass(frozen=True)
class Site:
    """What links can lead to."""

    targets: Mapping[str, Targets]
    """The links and anchors of each drawn page, by its path."""
    files: Collection[str]
    """The files that are published, those included that the build makes."""
    unpublished: Collection[str]
    """The files of the docs folder that aren't."""
    faulty: Collection[str]
    """Pages whose anchors are not to be trusted, as they have mistakes themselves."""


def check_links(read: ReadPage, site: Site, problems: Problems) -> None:
    """Report what leads nowhere on a page.

    Args:
        read: The page.
        site: What links can lead to.
        problems: Takes the mistakes.
    """
    if own := site.targets.get(read.page.path):
        _Checker(read, site, problems).check(own)


@dataclass(frozen=True)
class _Checker:
    read: ReadPage
    site: Site
    problems: Problems

    def check(self, own: Targets) -> None:
        seen: Counter[str] = Counter()
        for link in own.links:
            if link.picture and not link.alt.strip():
                self._report("image-alt", link, seen, f"none for {shown(link.target)}")
            match local_path(link):
                case Wrong() as wrong:
                    found = shown(link.target)
                    self._report(wrong.code, link, seen, found, **wrong.values)
                case SplitResult() as parts:
                    self._check_local(link, parts, seen)
            seen[link.target] += 1
        self._check_labels(own.labels)

    def _report(self, code: str, link: Link, seen: Counter[str], found: str, **values: object) -> None:
        self.problems.report(code, self._place(link.target, seen[link.target]), found, **values)

    def _check_local(self, link: Link, parts: SplitResult, seen: Counter[str]) -> None:
        path, files = self.read.page.path, self.site.files
        wanted = unquote(parts.path)
        file = posixpath.normpath(posixpath.join(posixpath.dirname(path), wanted)) if wanted else path
        if file in self.site.unpublished and not wanted.startswith("/"):
            self._report("link-unpublished", link, seen, shown(link.target))
        elif wanted.startswith("/") or file not in files or (link.picture and not file.lower().endswith(_PICTURES)):
            code = "image-missing" if link.picture else "link-broken"
            known = [each for each in files if each.lower().endswith(_PICTURES)] if link.picture else files
            self._report(code, link, seen, shown(link.target), suggestion=_nearest(path, file, known))
        elif not link.loaded:
            self._check_anchor(link, file, unquote(parts.fragment), seen)

    def _check_anchor(self, link: Link, file: str, anchor: str, seen: Counter[str]) -> None:
        if not anchor or file in self.site.faulty or file not in self.site.targets:
            return
        anchors = self.site.targets[file].anchors
        if anchor not in anchors:
            hint = did_you_mean(anchor, sorted(anchors))
            self._report("link-anchor", link, seen, f"`#{anchor}`", page=f"`{file}`", suggestion=hint)

    @cached_property
    def _text(self) -> str:
        """The file without code, each character where it was."""
        protected = self.read.tree.protected
        lines = enumerate(self.read.source.lines, 1)
        return "\n".join("" if number in protected else without_code(line) for number, line in lines)

    def _place(self, target: str, before: int) -> Place:
        """Where a link stands: the n-th link to a target is where the target stands the n-th time."""
        found = _whole(target, self._text) if target else (match.start() for match in _NO_TARGET.finditer(self._text))
        at = next(islice(found, before, None), None)
        if at is None:
            return self._coded_place(target)
        line = self._text.count("\n", 0, at) + 1
        return self.read.source.place(line, at - self._text.rfind("\n", 0, at))

    def _coded_place(self, target: str) -> Place:
        """Where a link stands that is written with backslashes or as references to characters."""
        source = self.read.source
        lines = enumerate(source.lines, 1)
        number = next((each for each, line in lines if target in unescape(line.replace("\\", ""))), 1)
        return source.place(number)

    def _check_labels(self, labels: Collection[str]) -> None:
        read, first = self.read, self.read.tree.first_line
        for number, line in enumerate(read.source.lines[first - 1 :], first):
            if number in read.tree.protected or "][" not in line:
                continue
            for match in _LABELLED.finditer(without_code(line)):
                label = match["label"] or match["text"]
                if label.strip().lower() not in labels:
                    place = read.source.place(number, match.start() + 1)
                    self.problems.report("link-undefined", place, shown(match.group()), label=label)


def _whole(target: str, text: str) -> Iterator[int]:
    """Where a target stands in a text, and not as a part of a longer one."""
    at = text.find(target)
    while at >= 0:
        end = at + len(target)
        before = text[at - 1 : at]
        inside = _goes_on(before) or (before == ":" and target.startswith("/"))
        if not inside and not _goes_on(text[end : end + 1]):
            yield at
        at = text.find(target, end)


def _goes_on(character: str) -> bool:
    return bool(character) and (character.isalnum() or character == "_" or character in _IN_A_TARGET)


def _nearest(path: str, wanted: str, files: Collection[str]) -> str:
    """A hint at the file that was probably meant, written as a link on this page would be."""
    folder = posixpath.dirname(path)
    names = {posixpath.relpath(file, folder or ".") for file in files}
    # Without the suffix, which all pages share and which says nothing of how alike two names are.
    short = {name.removesuffix(".md"): name for name in sorted(names)}
    close = nearest(posixpath.relpath(wanted.lstrip("/") or ".", folder or ".").removesuffix(".md"), short)
    if close:
        return f" Did you mean `{short[close]}`?"
    stem = posixpath.basename(wanted).partition(".")[0]
    same = sorted(name for name in names if posixpath.basename(name).partition(".")[0] == stem)
    return f" Did you mean `{same[0]}`?" if same and stem else ""
