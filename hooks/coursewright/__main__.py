"""``python -m coursewright`` is the command ``coursewright``."""

from coursewright.cli import main

if __name__ == "__main__":
    main(prog_name="coursewright")
