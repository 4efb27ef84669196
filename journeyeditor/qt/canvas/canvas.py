"""The canvas: the map, gripped by hand and walked by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.qt.canvas.hand import Hand
from journeyeditor.qt.canvas.map_view import MapView
from journeyeditor.tools.events import ItemKind, Modifiers


class Canvas(MapView):
    """Shows the map of a desk's editor and gives what hand and keys do on it to the desk."""

    menu_wanted = Signal(object, QPoint)
    """A context menu is asked for: the `Target` that it is for, and where (global)."""
    files_dropped = Signal(list)
    """Paths of files that are to be opened or imported."""

    def __init__(self, desk: EditorDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk.editor, parent)
        self.desk = desk
        self._hand = Hand(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setFocusProxy(self)
        self.zoomed.connect(self._tell_pixel)
        self._ends += [desk.marked.listen(self._marked), desk.editor.selected.listen(self._marked)]
        self._tell_pixel(self.zoom)

    # -- brought in from outside ------------------------------------------------------------------------------------
    def carry_begin(self, item: ItemKind, detail: str = "", records: tuple[str, ...] = ()) -> None:
        """Something of the palette or the parking lot is lifted, to be put on the map."""
        self._hand.carry(item, detail, tuple(records))

    def carry_move(self, point: QPoint, keys: Modifiers) -> None:
        """It is moved to a point of the screen (global)."""
        self._hand.carry_to(self._from_screen(point), keys)

    def carry_end(self, point: QPoint, keys: Modifiers) -> bool:
        """It is put down at a point of the screen; True if that was on the canvas."""
        return self._hand.put_down(self._from_screen(point), keys)

    def carry_cancel(self) -> None:
        """It is let go: nothing has happened."""
        self._hand.let_go()

    def _from_screen(self, point: QPoint) -> QPointF:
        return QPointF(self.viewport().mapFromGlobal(point))

    # -- events -----------------------------------------------------------------------------------------------------
    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Everything that happens to the viewport comes by here."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if kind == QEvent.Type.Leave:
            self._hand.leave()
        elif kind == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._menu(event)
            return True
        return super().viewportEvent(event)

    def _mouse(self, event: QMouseEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._hand.press(event)
            case QEvent.Type.MouseButtonDblClick:
                self._hand.double_press(event)
            case QEvent.Type.MouseMove:
                self._hand.move(event)
            case QEvent.Type.MouseButtonRelease:
                self._hand.release(event)
            case _:
                return False
        event.accept()
        return True

    def _menu(self, event: QContextMenuEvent) -> None:
        target = self.desk.target(*self.to_board(QPointF(event.pos())))
        self.menu_wanted.emit(target, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space holds the map to be pushed, Escape lets go; all other keys are the window's."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hand.space = True
        elif event.key() == Qt.Key.Key_Escape:
            self._hand.let_go()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Lets the map go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hand.space = False
        else:
            event.ignore()

    # -- what lies over the map -------------------------------------------------------------------------------------
    def paint_over(self, painter: QPainter) -> None:
        """What is selected and hovered, and what a gesture shows."""

    def _marked(self, _: object) -> None:
        self.viewport().update()

    def _tell_pixel(self, zoom: float) -> None:
        self.desk.pixel = 1 / zoom
