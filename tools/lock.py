"""Write requirements/*.lock from pyproject.toml: exact versions that fit every supported Python and platform.

The locks name no package index, so that each machine asks the one it is set up for. Versions already locked are kept
where they still fit; --upgrade takes the newest that the bounds allow.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = "uv>=0.13,<0.14"
# What each lock holds beside the dependencies of the project itself. The tests run on what the course is built with,
# so their lock takes its versions from that of the course.
LOCKS = {
    "course": ["pyproject.toml"],
    "tests": ["pyproject.toml", "--group", "test", "--group", "lint", "--constraints", "requirements/course.lock"],
    "node": ["--group", "node"],
}
ADDRESS = re.compile(r"https?://|--(extra-)?index-url|--find-links|\bfile:")


def main() -> None:
    """Write every lock."""
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--target", folder, UV], check=True)
        for name, sources in LOCKS.items():
            compile_lock(Path(folder) / "bin" / "uv", name, sources)


def compile_lock(uv: Path, name: str, sources: list[str]) -> None:
    """Write one lock, and make sure that it names no address."""
    lock = f"requirements/{name}.lock"
    options = ["--universal", "--python-version", "3.11", "--no-emit-index-url", "--no-emit-find-links"]
    options += ["--custom-compile-command", "make lock", "--quiet", "--output-file", lock]
    if "--upgrade" in sys.argv[1:]:
        options.append("--upgrade")
    subprocess.run([uv, "pip", "compile", *options, *sources], cwd=ROOT, check=True)
    if found := ADDRESS.search((ROOT / lock).read_text(encoding="utf-8")):
        sys.exit(f"{lock} holds an address ({found.group()}); it must hold names and versions only.")
    print(f"{lock} written.")


if __name__ == "__main__":
    main()
