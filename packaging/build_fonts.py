"""Rebuilds `resources/fonts` from the packages that the fonts come from. The same files in, the same bytes out.

    python packaging/build_fonts.py --noto DIR --dejavu DIR --expo DIR [--resources DIR]

--noto    Debian package `fonts-noto-core` (20201225-1), its folder `/usr/share/fonts/truetype/noto`
--dejavu  Debian package `fonts-dejavu-core` (2.37-6), its folder `/usr/share/fonts/truetype/dejavu`
--expo    the folder `@expo-google-fonts` with the npm packages `noto-sans-sc`, `noto-sans-jp`, `noto-sans-kr` and
          `noto-emoji` (0.4.x)

What is done to a font: hinting, vertical metrics and glyph names go; the Chinese, Japanese and Korean faces lose the
letters that Noto Sans draws anyway, the Korean one its hanja beyond KS X 1001. All characters of the Chinese and the
Japanese face stay, for the sake of people's names, as do all 11,172 Korean syllables. `faces.json` holds what the
program must know before it opens a font: names, metrics and which characters each face covers.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

LIMIT = 25_000_000
"""Bytes that all fonts together may take."""

FAR_EASTERN_PUNCTUATION = frozenset(map(ord, " ·‐–—―‘’“”‥…"))
"""Has another width in Chinese and Japanese type than in Latin: both faces keep it."""

VERTICAL_OR_UNUSED = {"vert", "vrt2", "vchw", "valt", "vkrn", "vpal", "vhal", "palt", "halt", "chws"}


@dataclass(frozen=True)
class Source:
    """One face: its name, which is its file's too, where it comes from, and how it is cut."""

    name: str
    package: str
    file: str
    licence: str
    bold: bool = False
    italic: bool = False
    without_latin: bool = False
    korean: bool = False


def noto(name: str) -> Source:
    """A face of `fonts-noto-core`."""
    file = f"{name}.ttf"
    return Source(name, "fonts-noto-core", file, "NotoSans-OFL.txt", bold="Bold" in name, italic="Italic" in name)


def expo(name: str, folder: str, licence: str, *, without_latin: bool = True, korean: bool = False) -> Source:
    """The regular face of one of the `@expo-google-fonts`."""
    file = f"{folder}/400Regular/{name.replace('-', '_400')}.ttf"
    package = f"@expo-google-fonts/{folder}"
    return Source(name, package, file, licence, without_latin=without_latin, korean=korean)


SOURCES = (
    *(noto(f"NotoSans-{style}") for style in ("Regular", "Bold", "Italic", "BoldItalic")),
    *(
        noto(f"NotoSans{script}-{style}")
        for script in ("Hebrew", "Arabic", "Devanagari")
        for style in ("Regular", "Bold")
    ),
    expo("NotoSansSC-Regular", "noto-sans-sc", "NotoSansCJK-OFL.txt"),
    expo("NotoSansJP-Regular", "noto-sans-jp", "NotoSansCJK-OFL.txt"),
    expo("NotoSansKR-Regular", "noto-sans-kr", "NotoSansCJK-OFL.txt", korean=True),
    Source("DejaVuSans", "fonts-dejavu-core", "DejaVuSans.ttf", "DejaVuSans-LICENSE.txt"),
    expo("NotoEmoji-Regular", "noto-emoji", "NotoEmoji-OFL.txt", without_latin=False),
)


def is_korean(code: int) -> bool:
    """Whether a Korean text needs this character: syllables, letters old and new, and what KS X 1001 has."""
    if 0x1100 <= code < 0x1200 or 0xA960 <= code < 0xA980 or 0xD7B0 <= code < 0xD800 or 0x3130 <= code < 0x3190:
        return True
    try:
        chr(code).encode("euc_kr")
    except UnicodeEncodeError:
        return False
    return True


def wanted(source: Source, characters: set[int], latin: set[int]) -> set[int]:
    """The characters of the face that are kept."""
    if source.korean:
        characters = {code for code in characters if is_korean(code)}
    if source.without_latin:
        characters = {code for code in characters if code not in latin or code in FAR_EASTERN_PUNCTUATION}
    return characters


def cut(path: Path, characters: set[int]) -> bytes:
    """The font with these characters only, without hints, vertical metrics and glyph names."""
    font = TTFont(path, recalcTimestamp=False)
    options = subset.Options(
        hinting=False,
        notdef_outline=True,
        glyph_names=False,
        legacy_cmap=False,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 7, 13, 14],
        name_languages=[0x409],
        ignore_missing_unicodes=True,
    )
    options.layout_features = [tag for tag in options.layout_features if tag not in VERTICAL_OR_UNUSED]
    options.drop_tables += ["vmtx", "vhea", "VORG", "BASE", "DSIG", "STAT", "gasp", "MATH", "FFTM"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def coverage(font: TTFont) -> list[int]:
    """The characters as gap, length, gap, length …: numbers between the stretches, and in them."""
    numbers: list[int] = []
    end = 0
    start = previous = -2
    for code in [*sorted(font.getBestCmap()), -1]:
        if code == previous + 1 and start >= 0:
            previous = code
            continue
        if start >= 0:
            numbers += [start - end, previous + 1 - start]
            end = previous + 1
        start = previous = code
    return numbers


def described(source: Source, data: bytes) -> dict[str, object]:
    """What the program must know of a face before it opens it. Metrics in units of the face."""
    font = TTFont(io.BytesIO(data))
    return {
        "name": source.name,
        "bold": source.bold,
        "italic": source.italic,
        "units": font["head"].unitsPerEm,
        "cap_height": getattr(font["OS/2"], "sCapHeight", 0),
        "version": re.sub(r";.*|^Version ", "", str(font["name"].getDebugName(5))),
        "sha256": hashlib.sha256(data).hexdigest(),
        "coverage": coverage(font),
    }


def licence_texts(fonts: dict[str, bytes], expo_folder: Path) -> dict[str, str]:
    """The licence texts, each with the copyright lines of the fonts it stands for."""
    texts = {}
    for name in sorted({source.licence for source in SOURCES}):
        of = [source for source in SOURCES if source.licence == name]
        names = {source.name: TTFont(io.BytesIO(fonts[source.name]))["name"] for source in of}
        copyrights = sorted({str(table.getDebugName(0)) for table in names.values()})
        covered = "Fonts: " + ", ".join(f"{source.name}.ttf" for source in of)
        if name.endswith("-OFL.txt"):
            body = (expo_folder / "noto-emoji" / "LICENSE_FONT").read_text("utf-8").partition("\n")[2]
        else:
            body = "\n" + str(next(iter(names.values())).getDebugName(13)) + "\n"
        texts[name] = "\n".join([covered, "", *copyrights, body]).rstrip() + "\n"
    return texts


def package_version(source: Source, folder: Path) -> str:
    """The version of an npm package; a Debian package's is in this file's head."""
    if not source.package.startswith("@"):
        return {"fonts-noto-core": "20201225-1", "fonts-dejavu-core": "2.37-6"}[source.package]
    manifest = folder / source.file.partition("/")[0] / "package.json"
    return str(json.loads(manifest.read_text("utf-8"))["version"])


def licence_section(faces: list[dict[str, object]], versions: dict[str, str], sizes: dict[str, int]) -> str:
    """The section on fonts for LICENSES.md."""
    rows = [
        "## Fonts",
        "",
        "Made by `packaging/build_fonts.py`, which says what was cut away. Each licence lies beside the fonts.",
        "",
        "| face | version | size | from | licence |",
        "|---|---|---|---|---|",
    ]
    for source, face in zip(SOURCES, faces, strict=True):
        licence = (
            "SIL OFL 1.1" if source.licence.endswith("-OFL.txt") else "Bitstream Vera and Arev; changes public domain"
        )
        size = f"{sizes[source.name] / 1000:,.0f} kB"
        package = f"{source.package} {versions[source.name]}"
        rows.append(
            f"| {source.name} | {face['version']} | {size} | {package} | {licence} (`fonts/{source.licence}`) |"
        )
    return "\n".join(rows) + "\n"


def put_section(path: Path, section: str) -> None:
    """Replaces the section `## Fonts` of a Markdown file, or adds it at the end."""
    text = path.read_text("utf-8") if path.exists() else "# Licences of what is bundled\n"
    parts = re.split(r"(?m)^(?=## )", text)
    if not any(part.startswith("## Fonts") for part in parts):
        parts.append(section)
    kept = [(section if part.startswith("## Fonts") else part).rstrip() for part in parts]
    path.write_text("\n\n".join(kept) + "\n", "utf-8", newline="\n")


def main() -> None:
    """Reads the folders from the command line and writes the fonts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("noto", "dejavu", "expo"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--resources", type=Path, default=Path(__file__).resolve().parent.parent / "resources")
    options = parser.parse_args()
    target: Path = options.resources / "fonts"
    target.mkdir(parents=True, exist_ok=True)
    folders = {"fonts-noto-core": options.noto, "fonts-dejavu-core": options.dejavu}
    latin = set(TTFont(options.noto / "NotoSans-Regular.ttf").getBestCmap())
    fonts: dict[str, bytes] = {}
    versions: dict[str, str] = {}
    for source in SOURCES:
        folder = folders.get(source.package, options.expo)
        path = folder / source.file
        fonts[source.name] = cut(path, wanted(source, set(TTFont(path).getBestCmap()), latin))
        versions[source.name] = package_version(source, folder)
        print(f"{source.name}: {len(fonts[source.name]):,} bytes")
    total = sum(map(len, fonts.values()))
    if total > LIMIT:
        raise SystemExit(f"The fonts take {total:,} bytes, more than {LIMIT:,}.")
    faces = [described(source, fonts[source.name]) for source in SOURCES]
    for name, data in fonts.items():
        (target / f"{name}.ttf").write_bytes(data)
    (target / "faces.json").write_text(
        "[\n" + ",\n".join(json.dumps(face, separators=(",", ":")) for face in faces) + "\n]\n", "utf-8", newline="\n"
    )
    for name, text in licence_texts(fonts, options.expo).items():
        (target / name).write_text(text, "utf-8", newline="\n")
    sizes = {name: len(data) for name, data in fonts.items()}
    put_section(options.resources / "LICENSES.md", licence_section(faces, versions, sizes))
    print(f"{total:,} bytes in {len(fonts)} faces")


if __name__ == "__main__":
    main()
