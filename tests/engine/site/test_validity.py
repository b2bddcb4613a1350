"""Every page is valid HTML, as the W3C's checker sees it: npm's vnu-jar, which needs Java."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from tests.engine.pages import ROOT
from tests.engine.site.building import Build, pages_of

CHECKER = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
FAULTS = {"error", "non-document-error"}

pytestmark = [
    pytest.mark.hard,
    pytest.mark.skipif(not shutil.which("java"), reason="no Java on the PATH"),
]


def test_pages_are_valid(edition: Build, sampler: Build, canary_trainer: Build) -> None:
    pages = [page for site in (edition, sampler, canary_trainer) for page in pages_of(site.site)]
    command = ["java", "-jar", str(CHECKER), "--stdout", "--format", "json", "--exit-zero-always", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)["messages"]
    assert told, "the checker has remarks on every page of Material's, so it has looked at none"
    found = {(each["url"], each.get("lastLine"), each["message"]) for each in told if each["type"] in FAULTS}
    assert found == set()
