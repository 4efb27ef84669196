"""The application's style sheet, made from the colours by role. Sizes in px; everything sits on a grid of 8 and 4.

A widget says what it is by the dynamic property `look`, set with `wear`:

- labels: `title` (17 bold), `heading` (18 bold), `section` (12 bold, over a group), `muted`, `caption` (11, muted)
- buttons: `filled` (the one main action of a dialog), `flat` (only a wash under the pointer), `pill`,
  `bordered` (a tool button with a frame)
- frames: `segmented` with checkable tool buttons `segment` inside; `chrome`, `desk` (grounds); `hairline` (a line 1 px
  high or wide); `pain-wash`, `gain-wash`, `opportunity-wash` (cards of radius 6)
- line edits: `bare` (a frame only while it is used), `title` (17 bold, bare)
"""

from __future__ import annotations

from collections.abc import Callable
from string import Template

_SHEET = Template("""
* { font-size: 13px; }
QMainWindow, QDialog, QMessageBox { background: $chrome; color: $text; }
QToolTip { background: $control; color: $text; border: 1px solid $control_border; padding: 4px 8px; font-size: 12px; }

QLabel { color: $text; background: transparent; }
QLabel:disabled { color: $placeholder; }
QLabel[look="title"] { font-size: 17px; font-weight: bold; }
QLabel[look="heading"] { font-size: 18px; font-weight: bold; }
QLabel[look="section"] { font-size: 12px; font-weight: bold; }
QLabel[look="muted"] { font-size: 12px; color: $muted; }
QLabel[look="caption"] { font-size: 11px; color: $muted; }
QLabel[look="keycap"] { font-size: 11px; color: $muted; background: $hover; border: 1px solid $hairline;
  border-radius: 4px; padding: 1px 5px; }

QFrame[look="chrome"], QWidget[look="chrome"] { background: $chrome; }
QFrame[look="desk"], QWidget[look="desk"] { background: $desk; }
QFrame[look="hairline"] { background: $hairline; border: none; }
QFrame[look="segmented"] { background: $trough; border-radius: 8px; }
QFrame[look="pain-wash"] { background: $pain_wash; border-radius: 6px; }
QFrame[look="gain-wash"] { background: $gain_wash; border-radius: 6px; }
QFrame[look="opportunity-wash"] { background: $opportunity_wash; border-radius: 6px; }
QFrame[look="card"] { background: $control; border: 1px solid $control_border; border-radius: 8px; }

QMenuBar { background: $chrome; color: $text; padding: 0 8px; spacing: 0; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 6px; margin: 0; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $pressed; }
QMenu { background: $control; color: $text; border: 1px solid $control_border; padding: 6px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; min-width: 140px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $placeholder; }
QMenu::icon { padding-left: 6px; }
QMenu::separator { height: 1px; background: $hairline; margin: 6px 4px; }
QMenu::indicator { width: 16px; height: 16px; left: 6px; }
QMenu::indicator:checked { image: url(look:sheet-check-$mode.svg); }
QMenu::right-arrow { image: url(look:sheet-chevron-right-$mode.svg); width: 14px; height: 14px; right: 8px; }

QPushButton { background: $control; color: $text; border: 1px solid $control_border; border-radius: 6px;
  min-height: 30px; padding: 0 14px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border: 2px solid $accent; padding: 0 13px; min-height: 28px; }
QPushButton:disabled { color: $placeholder; background: $chrome; }
QPushButton[look="filled"] { background: $filled; color: $filled_text; border: 1px solid $filled; font-weight: bold; }
QPushButton[look="filled"]:hover { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[look="filled"]:focus { border: 2px solid $text; }
QPushButton[look="filled"]:disabled { background: $trough; border-color: $trough; color: $placeholder; }
QPushButton[look="flat"] { background: transparent; border: 1px solid transparent; }
QPushButton[look="flat"]:hover { background: $hover; }
QPushButton[look="flat"]:pressed { background: $pressed; }
QPushButton[look="flat"]:focus { border: 2px solid $accent; }
QPushButton[look="link"] { background: transparent; border: 2px solid transparent; color: $accent; min-height: 16px;
  padding: 0 4px; }
QPushButton[look="link"]:hover { background: $hover; }
QPushButton[look="link"]:focus { border: 2px solid $accent; min-height: 16px; padding: 0 4px; }

QToolButton { background: transparent; color: $text; border: 2px solid transparent; border-radius: 6px;
  min-width: 25px; min-height: 25px; padding: 0; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $pressed; }
QToolButton:checked { background: $accent_wash; color: $accent; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $placeholder; }
QToolButton::menu-indicator { image: none; }
QToolButton[look="panel"]:checked { background: transparent; color: $text; }
QToolButton[look="panel"]:checked:hover { background: $hover; }
QToolButton[look="wide"] { padding: 0 8px; }
QToolButton[look="bordered"] { background: $control; border: 1px solid $control_border; padding: 0 10px;
  min-height: 27px; }
QToolButton[look="bordered"]:hover { background: $hover; }
QToolButton[look="bordered"]:focus { border: 2px solid $accent; padding: 0 9px; min-height: 25px; }
QToolButton[look="pill"] { background: $hover; border-radius: 12px; padding: 0 10px; min-height: 21px;
  max-height: 21px; }
QToolButton[look="pill"]:hover { background: $pressed; }
QToolButton[look="segment"] { border-radius: 6px; padding: 0 14px; min-height: 21px; max-height: 21px; color: $muted; }
QToolButton[look="segment"]:hover { background: $hover; }
QToolButton[look="segment"]:checked { background: $chosen; color: $text; font-weight: bold; }
QToolButton[look="status"] { min-width: 21px; max-width: 21px; min-height: 21px; max-height: 21px; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox, QKeySequenceEdit {
  background: $control; color: $text; border: 1px solid $control_border; border-radius: 6px;
  selection-background-color: $filled; selection-color: $filled_text; }
QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox { min-height: 26px; padding: 0 8px; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QComboBox:focus { border: 2px solid $accent;
  min-height: 24px; padding: 0 7px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { background: transparent; border: none; padding: 0; min-height: 0; }
QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { padding-left: 6px; }
QPlainTextEdit, QTextEdit { padding: 4px 4px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 3px 3px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QDateEdit:disabled,
QComboBox:disabled { background: $chrome; color: $placeholder; }
QLineEdit[look="bare"], QPlainTextEdit[look="bare"] { background: transparent; border: 1px solid transparent; }
QLineEdit[look="bare"]:hover, QPlainTextEdit[look="bare"]:hover { background: $hover; }
QLineEdit[look="bare"]:focus, QPlainTextEdit[look="bare"]:focus { background: $control; border: 2px solid $accent; }
QLineEdit[look="title"], QPlainTextEdit[look="title"] { font-size: 17px; font-weight: bold; background: transparent;
  border: 1px solid transparent; }
QLineEdit[look="title"]:hover, QPlainTextEdit[look="title"]:hover { background: $hover; }
QLineEdit[look="title"]:focus, QPlainTextEdit[look="title"]:focus { background: $control; border: 2px solid $accent; }

QLineEdit QToolButton { min-width: 16px; min-height: 16px; border: none; padding: 0; background: transparent; }

QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(look:sheet-chevron-down-$mode.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $control; color: $text; border: 1px solid $control_border; padding: 4px;
  selection-background-color: $hover; selection-color: $text; outline: 0; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QDateEdit::up-button { border: none; width: 18px; }
QSpinBox::down-button, QDoubleSpinBox::down-button { border: none; width: 18px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(look:sheet-chevron-up-$mode.svg); width: 12px; height: 12px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(look:sheet-chevron-down-$mode.svg); width: 12px;
  height: 12px; }
QDateEdit::drop-down { border: none; width: 24px; }
QDateEdit::down-arrow { image: url(look:sheet-chevron-down-$mode.svg); width: 16px; height: 16px; }

QCheckBox, QRadioButton { color: $text; background: transparent; spacing: 8px; border: 2px solid transparent;
  border-radius: 6px; padding: 1px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $placeholder; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $control_border;
  background: $control; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: $hover; }
QCheckBox::indicator:checked { background: $filled; border-color: $filled; image: url(look:sheet-check-white.svg); }
QCheckBox::indicator:disabled { background: $chrome; border-color: $hairline; }
QCheckBox::indicator:checked:disabled { background: $control_border; border-color: $control_border;
  image: url(look:sheet-check-white.svg); }
QRadioButton::indicator:checked { background: $control; border: 5px solid $filled; width: 8px; height: 8px; }

QListView, QListWidget, QTreeView, QTableView { background: $control; alternate-background-color: $chrome; color: $text;
  border: 1px solid $control_border; border-radius: 6px; outline: 0; gridline-color: $hairline; font-size: 12px;
  selection-background-color: $accent_wash; selection-color: $text; }
QListView:focus, QTreeView:focus, QTableView:focus { border-color: $accent; }
QListView::item { min-height: 28px; padding: 0 8px; border-radius: 6px; }
QTreeView::item { min-height: 28px; padding: 0 4px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; color: $text; }
QListView::item:selected, QTreeView::item:selected { background: $accent_wash; color: $text; }
QTableView::item { padding: 3px 8px; }
QListView[look="bare"], QTreeView[look="bare"] { background: transparent; border: none; }
QHeaderView { background: $chrome; border: none; }
QHeaderView::section { background: $chrome; color: $muted; border: none; border-right: 1px solid $hairline;
  border-bottom: 1px solid $hairline; padding: 4px 8px; font-size: 12px; }
QTableCornerButton::section { background: $chrome; border: none; }

QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $control_border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $placeholder; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }

QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QTabBar::tab { background: transparent; color: $muted; padding: 8px 14px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { background: $hover; }
QProgressBar { background: $trough; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $filled; border-radius: 4px; }
QSplitter::handle { background: $hairline; }
QSlider { background: transparent; min-height: 24px; }
QSlider::groove:horizontal { background: $trough; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: $control; border: 2px solid $accent; width: 12px; height: 12px; margin: -6px 0;
  border-radius: 8px; }
QCalendarWidget QWidget { background: $control; color: $text; alternate-background-color: $chrome; }
QCalendarWidget QAbstractItemView { selection-background-color: $filled; selection-color: $filled_text; }
QGroupBox { border: none; margin-top: 20px; font-weight: bold; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $text; }
""")


def style_sheet(name_of: Callable[[str], str], *, dark: bool) -> str:
    """The whole sheet; `name_of` gives a role's colour as `#rrggbb`."""
    roles = (
        "chrome", "desk", "hairline", "control", "control-border", "hover", "pressed", "trough", "chosen", "text",
        "muted", "placeholder", "accent", "accent-wash", "filled", "filled-text", "pain-wash", "gain-wash",
        "opportunity-wash",
    )  # fmt: skip
    found = {role.replace("-", "_"): name_of(role) for role in roles}
    return _SHEET.substitute(found, on_accent="#14213A" if dark else "#FFFFFF", mode="dark" if dark else "light")
