"""Saving a journey as a template of one's own: it is named, found on the start page, and replaced only if wished."""

import pytest

from journeyeditor.files import load
from journeyeditor.publish.templates import library
from journeyeditor.qt.files.as_template import TemplateDialog, save_as_template


@pytest.fixture
def named(monkeypatch):
    """Answers the dialog: with a name, or with None to cancel; what it said is kept."""
    names, seen = [], []

    def answered(dialog):
        name = names.pop(0)
        if name is not None:
            dialog.field.setText(name)
        seen.append((dialog.save_button.text(), dialog.told.text(), dialog.field.text()))
        (dialog.cancel_button if name is None else dialog.save_button).click()
        return dialog.result()

    monkeypatch.setattr(TemplateDialog, "exec", answered)
    return names, seen


def own():
    return [template for template in library().templates if template.own]


def test_a_template_is_called_as_the_person_says_and_the_journey_stays_as_it_is(window, named):
    names, seen = named
    names.append("Our way of working")
    title = window.editor.journey.head.title
    assert save_as_template(window)
    assert [template.title for template in own()] == ["Our way of working"]
    assert seen[0][0] == "Save"
    assert "start page" in seen[0][1]
    assert window.editor.journey.head.title == title
    assert not window.isWindowModified()
    assert len(load(own()[0].path).journey) == len(window.editor.journey)


def test_the_journeys_title_is_proposed_and_cancel_writes_nothing(window, named):
    names, seen = named
    names.append(None)
    assert not save_as_template(window)
    assert seen[0][2] == window.title
    assert own() == []


def test_one_of_that_name_is_replaced_if_that_is_wished(window, named):
    names, seen = named
    names += ["Mine", " Mine "]
    assert save_as_template(window)
    window.editor.do(_renamed)
    assert save_as_template(window)
    assert seen[1][0] == "Replace"
    assert "already" in seen[1][1]
    (template,) = own()
    assert load(template.path).journey.head.goal == "Another"


def _renamed(journey):
    from journeyeditor.edits.describing import describe  # noqa: PLC0415

    return describe(journey, journey.head.id, goal="Another")


def test_a_template_without_a_name_cannot_be_saved(window, named, monkeypatch):
    names, _ = named
    names.append("  ")
    assert not save_as_template(window)
    assert own() == []
