"""What the tests need of a machine: Poppler, fonts, Node.js with the packages of package-lock.json, and a browser."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from console import ROOT, Stamp, fail, quiet, run, say
from packages import VENV, administrator, apt_get, apt_install, in_venv, pip_install

BROWSER = VENV / "bin" / "chromium"
OLDEST_NODE = (20, 19)
# It draws no window of its own, and takes a third of the time for a page.
LIGHT_BROWSER = "chromium-headless-shell"
BROWSER_NAMES = (LIGHT_BROWSER, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Ubuntu has Chromium as a snap only, which neither runs in a container nor opens the files of a test. This package
# brings one as a file.
BROWSER_PACKAGE = "@sparticuz/chromium@153.0.0"
BROWSER_LIBRARIES = ("libnss3", "libnspr4", "fonts-dejavu-core")
# What Playwright's own program needs, and a machine without a compiler may lack.
DRIVER_LIBRARIES = ("libatomic1",)


def install_what_tests_need() -> None:
    """Install all of it, as far as it's missing."""
    install_poppler()
    install_fonts()
    install_node()
    install_scripts_packages()
    install_driver_libraries()
    install_browser()


def install_poppler() -> None:
    """See to it that there is Poppler: the tests look at PDFs as its readers show them."""
    if not (shutil.which("pdftoppm") and shutil.which("pdftotext")):
        apt_install(["poppler-utils"], "The tests show PDFs with Poppler.")


def install_fonts() -> None:
    """See to it that there are fonts for what a reader types into a PDF: the file itself holds none for it."""
    if "Liberation Sans" not in (quiet("fc-list", ":", "family") or ""):
        apt_install(["fontconfig", "fonts-liberation"], "The tests show what is typed into PDFs, which needs fonts.")


# --- Node.js, for the checks of the scripts


def install_node() -> None:
    """Put Node.js into .venv/ unless the machine has one that is new enough."""
    if node_is_new_enough() or (VENV / "bin" / "npm").exists():
        return
    say("Installing Node.js into .venv/ …")
    pip_install("--requirement", "requirements/node.lock")


def node_is_new_enough() -> bool:
    """Whether the machine's own Node.js and npm will do."""
    if not (shutil.which("node") and shutil.which("npm")):
        return False
    version = re.match(r"v(\d+)\.(\d+)", quiet("node", "--version") or "")
    return version is not None and (int(version[1]), int(version[2])) >= OLDEST_NODE


def install_scripts_packages() -> None:
    """Bring node_modules/ to what package-lock.json says."""
    stamp = Stamp(ROOT / "node_modules" / ".set-up", (ROOT / "package-lock.json").read_text(encoding="utf-8"))
    if not stamp.fits():
        say("Installing the packages of package-lock.json into node_modules/ …")
        npm("ci")
        stamp.write()


def npm(*arguments: str) -> None:
    """Run npm: that of .venv/ where there is one. No package's own program is run on installing."""
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=http"]
    env = in_venv()
    run(shutil.which("npm", path=env["PATH"]) or "npm", *arguments, *options, env=env, hold=True)


# --- the browser


def install_driver_libraries() -> None:
    """See to it that the program runs through which Playwright talks to the browser."""
    for driver in VENV.glob("lib/python3*/site-packages/playwright/driver/node"):
        if quiet(driver, "--version") is None:
            apt_install(list(DRIVER_LIBRARIES), "Playwright, which drives the browser, needs a library.")


def install_browser() -> None:
    """See to it that there is a browser where COURSEWRIGHT_BROWSER says, or at .venv/bin/chromium."""
    if Path(os.environ.get("COURSEWRIGHT_BROWSER") or BROWSER).exists():
        return
    browser = find_browser()
    if not is_ubuntu():
        browser = browser_from_apt(browser)
    elif not browser:
        browser = browser_from_npm()
    if not browser:
        fail("No Chromium that works was found. Set COURSEWRIGHT_BROWSER to the path of one.")
    BROWSER.unlink(missing_ok=True)
    # By a path from here to there, if it's in .venv/: then it's there, too, when the folder is moved or copied.
    own = Path(browser).is_relative_to(VENV)
    BROWSER.symlink_to(os.path.relpath(browser, BROWSER.parent) if own else browser)


def find_browser() -> str | None:
    """The path of a browser on this machine that starts, or none."""
    for name in BROWSER_NAMES:
        path = shutil.which(name)
        if path and (version := quiet(path, "--version")) and "snap" not in version.lower():
            return path
    return None


def browser_from_apt(found: str | None) -> str | None:
    """The path of Debian's browser without windows; where it can't be had, of the one found or of Debian's Chromium."""
    if found and Path(found).name == LIGHT_BROWSER:
        return found
    before = administrator()
    if before is not None:
        apt_get(
            before, [LIGHT_BROWSER, "fonts-dejavu-core"], "The tests take half the time in a browser without windows."
        )
    if not (found or find_browser()):
        why = "The tests need Chromium. (Or set COURSEWRIGHT_BROWSER to the path of a Chrome that you have.)"
        apt_install(["chromium", "fonts-dejavu-core"], why)
    return find_browser()


def is_ubuntu() -> bool:
    """Whether this is Ubuntu, or made from it."""
    release = Path("/etc/os-release")
    lines = release.read_text(encoding="utf-8").splitlines() if release.exists() else []
    return any(line.startswith(("ID=", "ID_LIKE=")) and "ubuntu" in line for line in lines)


def browser_from_npm() -> str:
    """The path of a Chromium installed into .venv/ from the npm registry."""
    missing = [name for name in BROWSER_LIBRARIES if not quiet("dpkg-query", "--show", name)]
    if missing:
        apt_install(missing, "The tests need Chromium, which needs these libraries.")
    say("Installing Chromium into .venv/ …")
    folder = VENV / "chromium"
    npm("install", "--no-save", "--prefix", str(folder), BROWSER_PACKAGE)
    unpack = "import('@sparticuz/chromium').then(m => m.default.executablePath()).then(p => console.log(p))"
    with tempfile.TemporaryDirectory() as temporary:
        env = {**in_venv(), "TMPDIR": temporary}
        made = subprocess.run(
            [shutil.which("node", path=env["PATH"]) or "node", "--eval", unpack],
            cwd=folder,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            fail(f"Chromium could not be unpacked:\n{made.stderr}")
        shutil.copytree(temporary, folder / "bin", dirs_exist_ok=True)
        return str(folder / "bin" / Path(made.stdout.strip()).relative_to(temporary))
