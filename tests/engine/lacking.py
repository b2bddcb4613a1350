"""A machine that lacks libraries, or an administrator's rights: what Python runs at its start to be on it."""

from __future__ import annotations

from pathlib import Path

HIDING = """
import ctypes, ctypes.util, os

def hidden(name):
    return any(each in str(name) for each in os.environ.get("HIDDEN_LIBRARIES", "").split())

def unless_hidden(load):
    def loaded(first, *others, **options):
        if any(hidden(each) for each in (first, *others)):
            raise OSError(f"{first}: cannot open shared object file")
        return load(first, *others, **options)
    return loaded

find = ctypes.util.find_library
ctypes.util.find_library = lambda name: None if hidden(name) else find(name)
ctypes.CDLL = unless_hidden(ctypes.CDLL)
try:
    import cffi
except ImportError:
    pass
else:
    cffi.FFI.dlopen = unless_hidden(cffi.FFI.dlopen)
if "RUN_AS" in os.environ:
    os.geteuid = lambda: int(os.environ["RUN_AS"])
"""


def lacking_machine(folder: Path) -> Path:
    """A folder for PYTHONPATH.

    Hides the libraries that HIDDEN_LIBRARIES names by parts of their names; RUN_AS is the user's number.
    """
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(HIDING, encoding="utf-8")
    return folder
