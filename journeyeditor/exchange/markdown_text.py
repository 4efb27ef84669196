"""Text of users inside Markdown (CommonMark): nothing that they typed is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from journeyeditor.model.text import clean

MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$^])")
FIRST = re.compile(r"^([-+=:])")
NUMBERED = re.compile(r"^(\d+)([.)])")
BARE_LINK = re.compile(r"(?<![\w/])(https?|ftp|mailto)(:)|(?<![\w.])(www)(\.)", re.IGNORECASE)
LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"()\\]+", re.IGNORECASE)


def escaped(text: str) -> str:
    """A text so that Markdown shows it as it is; its lines stay lines, without what is blank."""
    lines = (" ".join(line.split()) for line in clean(text).split("\n"))
    return "\n".join(_line(line) for line in lines if line)


def _line(line: str) -> str:
    safe = MARKUP.sub(r"\\\1", line)
    safe = NUMBERED.sub(r"\1\\\2", FIRST.sub(r"\\\1", safe))
    return BARE_LINK.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", safe)


def one_line(text: str) -> str:
    """A text for a heading or the middle of a sentence: escaped, on one line."""
    return escaped(" ".join(clean(text).split()))


def paragraph(text: str, indent: str = "") -> str:
    """Escaped text as a paragraph whose line ends are kept; `indent` goes before every further line."""
    return text.replace("\n", f"\\\n{indent}")


def bullet(text: str, depth: int = 0) -> str:
    """One item of a list, `depth` levels in."""
    indent = "  " * depth
    return f"{indent}- {paragraph(text, indent + '  ')}"


def quotation(text: str, source: str) -> str:
    """An escaped verbatim with who said it, as a quotation."""
    below = f"\\\n> — {source}" if source else ""
    return f"> {paragraph(text, '> ')}{below}"


def link(address: str) -> str:
    """A link that leads somewhere harmless, else the text of it."""
    address = address.strip()
    return f"<{address}>" if LINK.fullmatch(address) else one_line(address)


def document(blocks: Iterable[str]) -> str:
    """Blocks with one empty line between them; items of one list stay together."""
    parts: list[str] = []
    before = ""
    for block in blocks:
        if not block:
            continue
        if parts:
            parts.append("\n" if _is_item(before) and _is_item(block) else "\n\n")
        parts.append(block)
        before = block
    return "".join(parts) + "\n"


def _is_item(block: str) -> bool:
    return block.lstrip(" ").startswith("- ")
