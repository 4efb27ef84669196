"""Every edit that a person can make: a pure function of the journey and a wish that returns a `Change`.

Rules of this room: an edit never writes (the caller gives its `Change` to `Journey.apply`, usually through `History`);
its `Change` names all that it takes along, leaves no reference that leads nowhere, and is empty if nothing would be
other than before. A wish that cannot be fulfilled raises `BadInput` with a sentence. One file per kind of thing; what
they share is in `draft` (the journey as it will be), `fields` (checked values) and `loose` (what becomes of a record
when something it names goes away). `history` is undo and redo, `merging` joins what two laptops did.
"""
