"""The colours of the site, read from the style sheet, which holds them once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

STYLE_SHEET = "overrides/assets/bilan.css"
_DARK = "(prefers-color-scheme: dark)"
_TOKEN = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-fA-F]{3,6});")


@dataclass(frozen=True)
class Palette:
    """Colours by the names of the style sheet: "ink", "not-met"; each is "#16191d"."""

    tokens: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.tokens[name]

    def status(self, status_id: str) -> str:
        """That of the words and the icon of a status; some statuses share one."""
        return self.tokens.get(status_id.replace("_", "-"), self.tokens["no-result"])


@dataclass(frozen=True)
class Palettes:
    light: Palette
    dark: Palette

    @staticmethod
    def read(root: Path) -> Palettes:
        """Those of the repository at `root`."""
        css = (root / STYLE_SHEET).read_text(encoding="utf-8")
        light, _, rest = css.partition(_DARK)
        dark = rest.partition("}")[0]
        return Palettes(Palette(_tokens(light)), Palette(_tokens(dark)))


def _tokens(css: str) -> dict[str, str]:
    return dict(_TOKEN.findall(css))
