"""The journey as a whole: poster, language, health, priorities."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from journeyeditor.editor.sheets import poster_wish
from journeyeditor.edits.describing import describe
from journeyeditor.edits.head import to_be_copy
from journeyeditor.errors import Message, message
from journeyeditor.qt.actions.action import CHOICE, Action, shown, with_map
from journeyeditor.qt.window.deeds import show_priorities, work_of
from journeyeditor.words.terms import TERMS

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

PAPERS = ("A0", "A1", "A2", "A3", "A4", "Letter", "Legal", "Tabloid")
THEMES = TERMS["theme"]
LANGUAGES = {"en": "English", "fr": "Français", "de": "Deutsch", "es": "Español", "it": "Italiano", "pt": "Português",
             "nl": "Nederlands", "ar": "العربية", "he": "עברית", "ja": "日本語", "zh": "中文"}  # fmt: skip
"""Of the map's own words, each in its own language; any other can be typed in the inspector."""


def _set(window: MainWindow, **fields: object) -> None:
    window.editor.do(poster_wish(**fields))


def _poster_is(window: MainWindow, field: str, value: str) -> bool:
    return with_map(window) and getattr(window.editor.journey.head.poster, field) == value


def _choice(field: str, value: str, text: Message, tip: Message) -> Action:
    return Action(
        f"{field}-{value.lower()}",
        text,
        lambda window: _set(window, **{field: value}),
        tip,
        (),
        shown,
        on=functools.partial(_poster_is, field=field, value=value),
        why_no_key=CHOICE,
    )


def _speak(window: MainWindow, language: str) -> None:
    head = window.editor.journey.head.id
    window.editor.do(lambda journey: describe(journey, head, language=language))


def _speaks(window: MainWindow, language: str) -> bool:
    return with_map(window) and window.editor.journey.head.language.partition("-")[0] == language


def _language(language: str, name: str) -> Action:
    return Action(
        f"map-language-{language}",
        message("{language}", language=name),
        functools.partial(_speak, language=language),
        message("The standard words on the poster in {language}", language=name),
        (),
        shown,
        on=functools.partial(_speaks, language=language),
        why_no_key=CHOICE,
    )


def _priorities(window: MainWindow) -> None:
    window.commit_text()
    show_priorities(window)


def _details(window: MainWindow) -> None:
    window.editor.select(())
    if window.work is not None:
        window.work.show_inspector()


def _to_be(window: MainWindow) -> None:
    from journeyeditor.editor.document import Document  # noqa: PLC0415

    window.commit_text()
    window.program.new_window(Document(to_be_copy(window.editor.journey))).show()


JOURNEY: tuple[Action, ...] = (
    Action("journey-details", message("Details of the journey"), _details,
           message("Title, scenario, goal, owner and dates of the journey"), ("Ctrl+I",), shown),
    Action("health", message("Map health"), lambda window: work_of(window).health.toggle(),
           message("What the map still lacks"), ("F12",), shown, icon="activity",
           on=lambda window: window.work is not None and window.work.health.is_open),
    Action("priorities", message("Priorities…"), _priorities,
           message("Opportunities by impact and effort, pain points by severity and votes"), ("Ctrl+Shift+O",), shown),
    Action("to-be", message("To-be copy"), _to_be,
           message("A copy of this journey as it shall be, in a window of its own"), ("Ctrl+Shift+B",), shown),
    *(_choice("paper", name, message("{paper}", paper=name), message("Lay the poster out on {paper}", paper=name))
      for name in PAPERS),
    _choice("orientation", "landscape", message("Landscape"), message("Lay the poster out wider than high")),
    _choice("orientation", "portrait", message("Portrait"), message("Lay the poster out higher than wide")),
    *(_choice("theme", name, text, message("Draw the poster in these colours: {theme}", theme=text))
      for name, text in THEMES.items()),
    *(_language(language, name) for language, name in LANGUAGES.items()),
)  # fmt: skip
