"""How set-up runs commands and talks to whoever waits: with signs of life, and with an end that leaves nothing half."""

import fcntl
import hashlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path
from typing import IO, NoReturn

ROOT = Path(__file__).resolve().parent.parent
EVERY = 10.0  # seconds from sign of life to sign of life, where there is no terminal
TAIL = 40  # lines of a failed command that are shown

_held: tuple[int, ...] = ()


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


def quiet(*command: str | Path, env: dict[str, str] | None = None) -> str | None:
    """What a command prints, or none where it fails."""
    try:
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def run(*command: str | Path, env: dict[str, str] | None = None, hold: bool = False) -> None:
    """Run a command in the project's folder; on failure show what it said, and stop."""
    code, said = follow(*command, env=env, hold=hold)
    if code:
        fail(f"{said}\nFailed: {' '.join(map(str, command))}")


def follow(*command: str | Path, env: dict[str, str] | None = None, hold: bool = False) -> tuple[int, str]:
    """Run a command in the project's folder, and show that it's alive; gives its code and the last that it said.

    With ``hold``, the next set-up waits until the command has ended, even if this process is killed before.
    """
    process = subprocess.Popen(
        [str(each) for each in command],
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        pass_fds=_held if hold else (),
        start_new_session=True,  # a group of its own, to be ended whole: venv starts pip, and pip what builds a package
    )
    lines: deque[str] = deque(maxlen=TAIL)
    assert process.stdout
    reader = threading.Thread(target=_gather, args=(process.stdout, lines), daemon=True)
    reader.start()
    try:
        _show_life(process, lines)
    except BaseException:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
        raise
    reader.join(1)  # something that the command has left running may hold the other end
    if not reader.is_alive():
        process.stdout.close()
    return process.returncode, "\n".join(lines)


def _gather(output: IO[str], lines: deque[str]) -> None:
    for line in output:
        if line.strip():
            lines.append(line.rstrip())


def _show_life(process: subprocess.Popen[str], lines: deque[str]) -> None:
    """Wait for a command; say every now and then how long it has taken, and what it said last."""
    terminal = sys.stdout.isatty()
    start = time.monotonic()
    shown = ""
    while process.poll() is None:
        try:
            process.wait(1 if terminal else EVERY)
        except subprocess.TimeoutExpired:
            last = lines[-1].strip() if lines else ""
            shown = f"  {time.monotonic() - start:.0f} s  {last}".rstrip()[:79]
            print(f"\r{shown:79}" if terminal else shown, end="" if terminal else "\n", flush=True)
    if shown and terminal:
        print(f"\r{'':79}\r", end="", flush=True)


def one_at_a_time() -> None:
    """Wait until no other set-up is at work in this folder, and keep others waiting until this one ends."""
    global _held  # noqa: PLW0603 - what a process holds until it ends
    lock = os.open(__file__, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("Another set-up is at work in this folder; waiting until it has ended …")
        fcntl.flock(lock, fcntl.LOCK_EX)
    except OSError:  # a file system without locks
        return
    _held = (lock,)


def stop_when_told() -> None:
    """Have a signal to end do what Ctrl+C does."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)


def _stop(*_: object) -> NoReturn:
    raise KeyboardInterrupt


def say(message: str) -> None:
    """Tell whoever waits what is going on."""
    print(message, flush=True)


def fail(message: str) -> NoReturn:
    """Stop with a message."""
    sys.exit(message)
