"""Set up what the Makefile needs, once, and again when a lock file has changed.

    course   what builds and serves the course: requirements/course.lock, into .venv/
    tests    what checks it, too: requirements/tests.lock, Node.js, the packages of package-lock.json, a browser

Runs on any Python 3, and needs nothing but its standard library. What the system lacks (venv, a browser) comes from
apt where that is allowed; where it is not, one message says what to run.
"""

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
BROWSER = VENV / "bin" / "chromium"

OLDEST_PYTHON = (3, 11)
OLDEST_NODE = (20, 19)
BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Ubuntu has Chromium as a snap only, which neither runs in a container nor opens the files of a test. This package
# brings one as a file.
BROWSER_PACKAGE = "@sparticuz/chromium@153.0.0"
# What Playwright's own program needs, and a machine without a compiler may lack.
DRIVER_LIBRARIES = ("libatomic1",)
# What WeasyPrint, which prints the worksheets, loads.
PAPER_LIBRARIES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
BROWSER_LIBRARIES = ("libnss3", "libnspr4", "fonts-dejavu-core")


def main() -> None:
    """Set up what the command line asks for."""
    wanted = sys.argv[1] if len(sys.argv) == 2 else ""
    if wanted not in ("course", "tests"):
        sys.exit("Usage: set_up.py course|tests")
    use_python_new_enough()
    install_packages(wanted)
    install_paper_libraries()
    if wanted == "tests":
        install_poppler()
        install_node()
        install_scripts_packages()
        install_driver_libraries()
        install_browser()


# --- Python


def use_python_new_enough() -> None:
    """Go on under the newest Python here if the one that runs is too old."""
    if sys.version_info >= OLDEST_PYTHON:
        return
    for minor in range(19, OLDEST_PYTHON[1] - 1, -1):
        if newer := shutil.which("python3.%d" % minor):  # noqa: UP031 - the oldest Python 3 must read this file
            os.execv(newer, [newer, *sys.argv])  # noqa: S606
    fail("This needs Python 3.11 or newer; python3 is %s." % platform.python_version())  # noqa: UP031


def install_packages(lock: str) -> None:
    """Bring .venv/ to what the lock says."""
    text = (ROOT / "requirements" / f"{lock}.lock").read_text(encoding="utf-8")
    stamp = Stamp(VENV / f".{lock}", text, platform.python_version())
    if PYTHON.exists() and stamp.fits():
        return
    if not (PYTHON.exists() and quiet(PYTHON, "-m", "pip", "--version")):
        make_venv()
    say(f"Installing the packages of requirements/{lock}.lock into .venv/ …")
    pip_install("--requirement", f"requirements/{lock}.lock")
    stamp.write()


def make_venv() -> None:
    """Make .venv/ anew."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:  # Debian keeps it in a package of its own
        apt_install([f"python3.{sys.version_info.minor}-venv"], "Python lacks its venv module.")
    say(f"Making .venv/ with Python {platform.python_version()} …")
    run(sys.executable, "-m", "venv", "--clear", str(VENV))


def pip_install(*what: str) -> None:
    """Install with the pip of .venv/."""
    run(PYTHON, "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check", *what)


# --- what prints worksheets, and shows them to the tests


def install_paper_libraries() -> None:
    """See to it that worksheets can be printed, unless PDF=false says that they are not."""
    stamp = Stamp(VENV / ".paper", *PAPER_LIBRARIES)
    if os.environ.get("PDF") == "false" or stamp.fits():
        return
    if quiet(PYTHON, "-c", "import weasyprint") is None:
        why = "The worksheets are printed with WeasyPrint, which needs libraries. (Or build without PDFs: PDF=false.)"
        apt_install(list(PAPER_LIBRARIES), why)
    stamp.write()


def install_poppler() -> None:
    """See to it that there is Poppler: the tests look at PDFs as its readers show them."""
    if not (shutil.which("pdftoppm") and shutil.which("pdftotext")):
        apt_install(["poppler-utils"], "The tests show PDFs with Poppler.")


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
    path = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    run(shutil.which("npm", path=path) or "npm", *arguments, *options, env={**os.environ, "PATH": path})


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
    if not browser and is_ubuntu():
        browser = browser_from_npm()
    elif not browser:
        why = "The tests need Chromium. (Or set COURSEWRIGHT_BROWSER to the path of a Chrome that you have.)"
        apt_install(["chromium", "chromium-sandbox", "fonts-dejavu-core"], why)
        browser = find_browser()
    if not browser:
        fail("No Chromium that works was found. Set COURSEWRIGHT_BROWSER to the path of one.")
    BROWSER.unlink(missing_ok=True)
    BROWSER.symlink_to(browser)


def find_browser() -> "str | None":
    """The path of a browser on this machine that starts, or none."""
    for name in BROWSER_NAMES:
        path = shutil.which(name)
        if path and (version := quiet(path, "--version")) and "snap" not in version.lower():
            return path
    return None


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
    path = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    with tempfile.TemporaryDirectory() as temporary:
        env = {**os.environ, "PATH": path, "TMPDIR": temporary}
        made = subprocess.run(
            [shutil.which("node", path=path) or "node", "--eval", unpack],
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


# --- the system


def apt_install(packages: "list[str]", why: str) -> None:
    """Install Debian packages, or say how."""
    by_hand = f"apt-get install --no-install-recommends {' '.join(packages)}"
    if not shutil.which("apt-get"):
        fail(f"{why}\nInstall what your system calls: {' '.join(packages)}")
    if os.geteuid() == 0:
        before = []
    elif shutil.which("sudo") and quiet("sudo", "-n", "true") is not None:
        before = ["sudo", "-n"]
    else:
        fail(
            f"{why}\nInstalling needs an administrator. Run these, then try again:\n"
            f"    sudo apt-get update\n    sudo {by_hand}"
        )
    say(f"Installing from apt: {' '.join(packages)} …")
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    # If a source of something else is out of order, update fails; whether that matters here, install tells.
    subprocess.run([*apt, "update"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    run(*apt, "install", "--yes", "--no-install-recommends", *packages, hush=True)


class Stamp:
    """A file that says what a folder was set up from."""

    def __init__(self, path: Path, *contents: str) -> None:
        self.path = path
        self.value = hashlib.sha256("\0".join(contents).encode()).hexdigest()

    def fits(self) -> bool:
        """Whether the folder was set up from these contents."""
        return self.path.exists() and self.path.read_text(encoding="utf-8") == self.value

    def write(self) -> None:
        """Say that it now is."""
        self.path.write_text(self.value, encoding="utf-8")


def quiet(*command: "str | Path") -> "str | None":
    """What a command prints, or none where it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def run(*command: "str | Path", hush: bool = False, env: "dict[str, str] | None" = None) -> None:
    """Run a command in the project's folder; on failure show what it said, and stop."""
    output = subprocess.PIPE if hush else None
    done = subprocess.run(
        command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=output, stderr=output, text=True, check=False
    )
    if done.returncode:
        fail(f"{done.stdout or ''}{done.stderr or ''}Failed: {' '.join(map(str, command))}")


def say(message: str) -> None:
    """Tell whoever waits what is going on."""
    print(message, flush=True)


def fail(message: str) -> NoReturn:
    """Stop with a message."""
    sys.exit(message)


if __name__ == "__main__":
    main()
