"""What set-up installs with: a virtual environment and its pip, and apt where that is allowed."""

import os
import platform
import shutil
import sys

from console import ROOT, Stamp, fail, follow, quiet, run, say

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
PLACE = Stamp(VENV / ".place", str(VENV.resolve()))  # written when .venv/ is whole: an environment knows its own path
INSTALLING = VENV / ".installing"  # there while pip is at work; one that was ended may have left a package half

# Writes the scripts of all packages anew, which hold the path of the Python that is to run them, and removes those of
# another place that no package tells how to write.
WRITE_SCRIPTS = """
import sys, sysconfig
from importlib.metadata import distributions
from pathlib import Path
from pip._vendor.distlib.scripts import ScriptMaker

folder = Path(sysconfig.get_path("scripts"))
maker = ScriptMaker(None, str(folder))
maker.clobber, maker.set_mode, maker.variants = True, True, {""}
for each in (point for package in distributions() for point in package.entry_points):
    if each.group == "console_scripts":
        maker.make(f"{each.name} = {each.value}")
for path in folder.iterdir():
    head = path.read_bytes()[:500] if path.is_file() and not path.is_symlink() else b""
    if head.startswith(b"#!") and b"/bin/python" in head and sys.executable.encode() not in head:
        path.unlink()
"""


def install_packages(lock: str) -> None:
    """Bring .venv/ to what the lock says."""
    text = (ROOT / "requirements" / f"{lock}.lock").read_text(encoding="utf-8")
    stamp = Stamp(VENV / f".{lock}", text, platform.python_version())
    if PYTHON.exists() and stamp.fits() and PLACE.fits() and not INSTALLING.exists():
        return
    make_whole()
    if not stamp.fits():
        say(f"Installing the packages of requirements/{lock}.lock into .venv/, which may take a few minutes …")
        pip_install("--requirement", f"requirements/{lock}.lock")
        stamp.write()


def make_whole() -> None:
    """See to it that .venv/ is there, whole, and in its place."""
    if INSTALLING.exists():
        say("The last set-up did not get to its end: making .venv/ anew.")
        make_venv()
    elif not (PLACE.path.exists() and PYTHON.exists() and quiet(PYTHON, "-m", "pip", "--version")):
        make_venv()
    elif not PLACE.fits():
        say("This folder was moved or copied: fitting .venv/ to its new place …")
        refreshed = quiet(PYTHON, "-m", "venv", "--without-pip", VENV.resolve())
        if refreshed is not None and quiet(PYTHON, "-c", WRITE_SCRIPTS) is not None:
            PLACE.write()
        else:
            make_venv()


def make_venv() -> None:
    """Make .venv/ anew."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:  # Debian keeps it in a package of its own
        apt_install([f"python3.{sys.version_info.minor}-venv"], "Python lacks its venv module.")
    say(f"Making .venv/ with Python {platform.python_version()} …")
    PLACE.path.unlink(missing_ok=True)
    run(sys.executable, "-m", "venv", "--clear", str(VENV.resolve()), hold=True)
    PLACE.write()


def pip_install(*what: str) -> None:
    """Install with the pip of .venv/."""
    INSTALLING.touch()
    run(PYTHON, "-m", "pip", "install", "--no-input", "--disable-pip-version-check", *what, hold=True)
    INSTALLING.unlink()


# --- apt


def apt_install(packages: list[str], why: str) -> None:
    """Install Debian packages, or stop and say how."""
    before = administrator()
    if not shutil.which("apt-get"):
        fail(f"{why}\nInstall what your system calls: {' '.join(packages)}")
    if before is None:
        fail(
            f"{why}\nInstalling needs an administrator. Run these, then try again:\n"
            f"    sudo apt-get update\n    sudo apt-get install --no-install-recommends {' '.join(packages)}"
        )
    code, said = apt_get(before, packages, why)
    if code:
        fail(f"{said}\nFailed: apt-get install {' '.join(packages)}")


def apt_get(before: list[str], packages: list[str], why: str) -> tuple[int, str]:
    """Say what is going to be installed, and install it; gives apt's code and the last that it said."""
    say(f"{why}\nInstalling from apt: {' '.join(packages)} …")
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    # If a source of something else is out of order, update fails; whether that matters here, install tells.
    follow(*apt, "update")
    return follow(*apt, "install", "--yes", "--no-install-recommends", *packages)


def administrator() -> list[str] | None:
    """What to put before a command so that an administrator runs it, or None where that can't be had unasked."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and quiet("sudo", "-n", "true") is not None else None


def in_venv() -> dict[str, str]:
    """The environment of a command that finds the programs of .venv/ first."""
    return {**os.environ, "PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}
