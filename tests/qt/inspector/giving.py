"""A hand that gives every shape of field another value, with real events wherever there are any."""

import io
from collections.abc import Callable
from typing import Any

from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog

from journeyeditor.model.records import Closer, Persona, Value
from journeyeditor.qt.personas.portrait import CropDialog

LEFT = Qt.MouseButton.LeftButton
NUMBERS = {"minimum": -7, "maximum": 1_000_000, "room": 2, "share": 12.5, "poster.margin": 11}
LINES = {"language": "de"}


def type_into(field, text: str) -> None:
    """All of what is there gives way to a text, and the field is left with Ctrl+Enter or Enter."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def picture(shade: int = 40) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (40, 60), (shade, 90, 200)).save(data, "PNG")
    return data.getvalue()


def line(editor, _before: Any, _patch: Any) -> Any:
    text = LINES.get(editor.field.name, "Something else")
    type_into(editor.input, text)
    return text


def lines(editor, _before: Any, _patch: Any) -> Any:
    texts = ("https://example.org/a", "mailto:me@example.org") if editor.field.name == "links" else ("one", "two")
    editor.input.setFocus()
    editor.input.selectAll()
    QTest.keyClicks(editor.input, texts[0])
    QTest.keyClick(editor.input, Qt.Key.Key_Return)
    QTest.keyClicks(editor.input, texts[1])
    editor.flush()
    return texts


def date(editor, _before: Any, _patch: Any) -> Any:
    type_into(editor.input.line, "2031-05")
    return "2031-05"


def number(editor, _before: Any, _patch: Any) -> Any:
    value = NUMBERS.get(editor.field.name, 42)
    type_into(editor.input, str(value))
    return value


def segments(editor, before: Any, _patch: Any) -> Any:
    value = next(one for one in editor.field.values if one != before)
    QTest.mouseClick(editor.input.buttons[value], LEFT)
    return value


def choice(editor, before: Any, _patch: Any) -> Any:
    values = [one for one in editor.input.values() if one not in (before, None, "\0new")]
    lane = editor.field.name == "kind"
    value = "free" if lane and "free" in values else values[-1]
    editor.input.pick(value)
    return value


def switch(editor, before: Any, _patch: Any) -> Any:
    QTest.mouseClick(editor.input, LEFT)
    return not before


def reason(editor, before: Any, _patch: Any) -> Any:
    if before is None:
        QTest.mouseClick(editor.input, LEFT)
    type_into(editor.reason, "because")
    return "because"


def dots(editor, before: Any, _patch: Any) -> Any:
    value = 2 if before != 2 else 3
    QTest.keyClicks(editor.input, str(value))
    return value


def several(editor, before: Any, _patch: Any) -> Any:
    editor.fill()
    action = next(one for one in editor.menu.actions() if one.data() not in before)
    action.trigger()
    return lambda value: action.data() in value and set(before) < set(value)


def one_picture(editor, before: Any, _patch: Any) -> Any:
    editor.take(picture(), "p.png")
    if editor.kind is Persona:
        next(one for one in editor.window().findChildren(CropDialog) if one.isVisible()).accept()
    return lambda value: value not in (before, None) and value in editor.editor.journey.images


def pictures(editor, before: Any, _patch: Any) -> Any:
    editor.take(picture(), "p.png")
    return lambda value: len(value) == len(before) + 1


def tint(editor, _before: Any, patch: Any) -> Any:
    patch.setattr(QColorDialog, "getColor", lambda *_: QColor("#123456"))
    QTest.mouseClick(editor.button, LEFT)
    return "#123456"


def closer(editor, _before: Any, _patch: Any) -> Any:
    type_into(editor.path, "nearer.journey")
    return Closer(path="nearer.journey")


def values(editor, before: Any, _patch: Any) -> Any:
    last = len(before)
    for column, text in enumerate(("2031", "7.5", "12")):
        editor.table.item(last, column).setText(text)
    return lambda value: Value(date="2031", value=7.5, sample=12) in value and len(value) == last + 1


def feeling(editor, before: Any, _patch: Any) -> Any:
    value = 2.0 if before != 2.0 else -2.0
    slider = editor.input
    QTest.mouseClick(slider, LEFT, pos=QPoint(round(slider.place(value)), slider.height() // 2))
    return value


GIVE: dict[str, Callable[[Any, Any, Any], Any]] = {
    "line": line,
    "text": line,
    "owner": line,
    "lines": lines,
    "date": date,
    "number": number,
    "segments": segments,
    "switch": switch,
    "reason": reason,
    "dots": dots,
    "personas": several,
    "channels": several,
    "pains": several,
    "opportunities": several,
    "picture": one_picture,
    "pictures": pictures,
    "colour": tint,
    "closer": closer,
    "values": values,
    "feeling": feeling,
    **dict.fromkeys(("choice", "stage", "channel", "lane", "step", "icon", "style", "paper"), choice),
}
"""Shape -> what gives another value; the answer is that value, or a test of it."""
