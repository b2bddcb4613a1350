"""How pages are looked at: on a desk and on a phone, in both palettes."""

from __future__ import annotations

from typing import Literal

import pytest

Scheme = Literal["light", "dark"]
Size = tuple[int, int]

DESK: Size = (1440, 900)
PHONE: Size = (320, 640)

LOOKS = [
    pytest.param("light", DESK, id="desk-light"),
    pytest.param("dark", PHONE, id="phone-dark"),
    pytest.param("dark", DESK, id="desk-dark", marks=pytest.mark.hard),
    pytest.param("light", PHONE, id="phone-light", marks=pytest.mark.hard),
]
"""Each palette and each width in two looks; the other two are left to `make test-hard`."""

every_look = pytest.mark.parametrize(("scheme", "size"), LOOKS)
