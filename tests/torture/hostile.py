"""What an attacker writes, and where on a page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

# How a page holds a payload, by the name of its file.
SPOTS = {
    "paragraph": "Words {} words.",
    "line": "{}",
    "heading": "## {}",
    "item": "- {}\n- b",
    "cell": "| a | b |\n|---|---|\n| {} | c |",
    "quotation": "> {}",
    "definition": "a\n:   {}",
    "link-text": "[{}](goals.md)",
    "link-address": "[a]({})",
    "link-bracketed": "[a](<{}>)",
    "link-title": '[a](goals.md "{}")',
    "link-title-single": "[a](goals.md '{}')",
    "image-text": "![{}](../planted.png)",
    "image-address": "![a]({})",
    "reference": '[a][r]\n\n[r]: {0} "{0}"',
    "autolink": "<{}>",
    "attributes": "Words.\n{{: title=\"{0}\" class='{0}' }}",
    "attributes-bare": "## Words {{: {0} }}",
    "html-attribute": "<span title=\"{0}\">a</span> <b title='{0}'>b</b>",
    "html-address": '<a href="{0}">a</a> <img src="{0}" alt="">',
    "html-block": '<div markdown="1">\n{}\n</div>',
    "code": "Words `{}` words.",
    "fence": "~~~\n{}\n~~~",
    "fence-language": "~~~ {}\na\n~~~",
    "comment": "<!-- {} -->",
    "argument": '{{{{ figure("2024-2025", "{}") }}}}',
    "title": "",
    "description": "",
    "address": "",
}
PIXEL = (
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


class Payload(NamedTuple):
    name: str
    text: str


@cache
def payloads() -> tuple[Payload, ...]:
    written = yaml.safe_load(Path(__file__).with_name("payloads.yml").read_text(encoding="utf-8"))
    return tuple(
        Payload(
            name,
            str(text)
            .replace("RUN", f"window.top.hacked=/{name}/")
            .replace("FETCH", f"http://127.0.0.1:9/{name}"),
        )
        for name, text in written.items()
    )
