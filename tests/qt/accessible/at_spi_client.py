"""A small screen reader: finds a record of the map over AT-SPI, uses it, and writes what it met as JSON.

Run by the system's Python, which has the bindings (see `test_at_spi.py`): beginning of a name, beginning of another.
"""

import json
import sys
import time

PATIENCE = 15.0
KINDS = ("object:state-changed:focused", "object:announcement", "object:selection-changed")


class Client:
    """What it looks at, and what it hears meanwhile."""

    def __init__(self):
        import gi  # noqa: PLC0415 - of the system's Python

        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib  # noqa: PLC0415

        self.kit = Atspi
        self._loop = GLib.MainContext.default()
        self.heard = []
        Atspi.init()
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in KINDS:
            self._listener.register(kind)

    def _hear(self, event):
        words = event.any_data if isinstance(event.any_data, str) else event.source.get_name()
        self.heard.append([event.type, event.detail1, words])

    def wait(self, found):
        """Lets events come in until something is found; gives up after a while."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for _ in range(100):  # events beget events: what is looked for is looked for in between
                if not self._loop.pending():
                    break
                self._loop.iteration(may_block=False)
            answer = found()
            if answer:
                return answer
            time.sleep(0.05)
        sys.exit("What was looked for did not come.")

    def program(self):
        """The running program among all that can be read."""
        desktop = self.kit.get_desktop(0)
        programs = [desktop.get_child_at_index(number) for number in range(desktop.get_child_count())]
        return next((one for one in programs if one is not None and one.get_name() == "journeyeditor"), None)

    def below(self, part, wanted):
        """The first object under another that is wanted, the other included."""
        if part is None or wanted(part):
            return part
        found = (self.below(part.get_child_at_index(number), wanted) for number in range(part.get_child_count()))
        return next((one for one in found if one is not None), None)

    def states(self, part):
        """The names of an object's states, asked for anew."""
        part.clear_cache()
        return [state.value_nick for state in part.get_state_set().get_states()]

    def act(self, part, name):
        """Does the action of this name."""
        names = [part.get_action_name(number) for number in range(part.get_n_actions())]
        part.do_action(names.index(name))
        return names

    def place(self, part):
        """Where an object is on the screen: x, y, width, height."""
        box = part.get_extents(self.kit.CoordType.SCREEN)
        return [box.x, box.y, box.width, box.height]


def main(first, second):
    """Walks to two records by their names and uses them."""
    client = Client()
    program = client.wait(client.program)
    whole = client.wait(
        lambda: client.below(program, lambda one: one.get_name() == "Map" and one.get_child_count() > 9)
    )
    one, other = (
        client.below(whole, lambda part, name=name: part.get_name().startswith(name)) for name in (first, second)
    )
    x, y, width, height = client.place(one)
    at = whole.get_accessible_at_point(x + width // 2, y + height - 8, client.kit.CoordType.SCREEN)
    met = {
        "map": [whole.get_role_name(), whole.get_child_count()],
        "window": client.place(program.get_child_at_index(0)),
        "name": one.get_name(),
        "role": one.get_role_name(),
        "place": [x, y, width, height],
        "at its place": at.get_name() if at is not None else "",
        "parent": one.get_parent().get_name(),
        "before": client.states(one),
        "actions": client.act(one, "SetFocus"),
    }
    client.wait(lambda: "focused" in client.states(one))
    met["after"] = client.states(one)
    met["selected"] = [whole.get_selected_child(n).get_name() for n in range(whole.get_n_selected_children())]
    client.act(other, "Press")
    client.wait(lambda: "focused" in client.states(other))
    met["other"], met["left"] = client.states(other), client.states(one)
    client.wait(lambda: any(name == other.get_name() for kind, _, name in client.heard if kind == KINDS[0]))
    met["heard"] = client.heard
    sys.stdout.write(json.dumps(met))


if __name__ == "__main__":
    main(*sys.argv[1:])
