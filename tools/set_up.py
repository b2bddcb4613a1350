"""Set up what the Makefile needs, once, and again when a lock file has changed.

    course   what builds and serves the course: requirements/course.lock, into .venv/
    tests    what checks it, too: requirements/tests.lock, Node.js, the packages of package-lock.json, a browser

Runs on any Python 3, and needs nothing but its standard library. What the system lacks (venv, Pango, a browser) comes
from apt where that is allowed, and set-up says so first; where it isn't, one message says what to run. A set-up that
was interrupted, or whose folder was moved or copied, is fixed by the next.
"""

import os
import platform
import shutil
import sys

OLDEST_PYTHON = (3, 11)
LOOK = "import sys; sys.path.insert(0, 'hooks'); from coursewright.machine import look_at; print(look_at(%r).state)"


def main() -> None:
    """Set up what the command line asks for."""
    wanted = sys.argv[1] if len(sys.argv) == 2 else ""
    if wanted not in ("course", "tests"):
        sys.exit("Usage: set_up.py course|tests")
    use_python_new_enough()

    from console import one_at_a_time, stop_when_told

    stop_when_told()
    try:
        one_at_a_time()
        set_up(wanted)
    except KeyboardInterrupt:
        sys.exit("\nSet-up was interrupted. The next `make` goes on with it.")


def use_python_new_enough() -> None:
    """Go on under the newest Python here if the one that runs is too old."""
    if sys.version_info >= OLDEST_PYTHON:
        return
    for minor in range(19, OLDEST_PYTHON[1] - 1, -1):
        newer = shutil.which("python3.%d" % minor)  # noqa: UP031 - the oldest Python 3 must read this file
        if newer:
            os.execv(newer, [newer] + sys.argv)  # noqa: S606, RUF005 - as above
    sys.exit("This needs Python 3.11 or newer; python3 is %s." % platform.python_version())  # noqa: UP031


def set_up(wanted: str) -> None:
    """Set up one of the two."""
    from packages import install_packages

    install_packages(wanted)
    if os.environ.get("PDF") != "false":
        install_paper_libraries(needed=wanted == "tests")
    if wanted == "tests":
        from needs_of_tests import install_what_tests_need

        install_what_tests_need()


def install_paper_libraries(needed: bool) -> None:
    """See to it that worksheets can be printed; unless that's needed, the build says what a machine can't do."""
    from console import Stamp, quiet, say
    from packages import PLACE, PYTHON, VENV, administrator, apt_get, apt_install

    def lacks(name: str) -> bool:
        return (quiet(PYTHON, "-c", LOOK % name) or "").strip() != "ok"

    stamp = Stamp(VENV / ".paper", "tests" if needed else "course", PLACE.value)
    if stamp.fits():
        return
    # HarfBuzz-Subset alone isn't worth an administrator: without it printing takes longer, and that's all.
    if lacks("Pango") or (needed and lacks("HarfBuzz-Subset")):
        packages = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
        why = (
            "The worksheets are printed as PDFs with Pango, which this machine lacks. (PDF=false builds without PDFs.)"
        )
        before = administrator()
        if needed:
            apt_install(packages, why)
        elif before is None:
            return  # the build says in one line that there are no PDFs, and what to install
        elif apt_get(before, packages, why)[0]:
            say("That failed. Going on without PDFs.")
            return
    stamp.write()


if __name__ == "__main__":
    main()
