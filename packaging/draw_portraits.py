"""Draws the personas' portraits of the templates and examples: head and shoulders, tints of one colour only.

Run it from the checkout: `python packaging/draw_portraits.py`. Each portrait is 600 × 600 pixels and is made to be
cut to a circle. `portrait_parts.py` knows how hair, beards and clothes are drawn.
"""

from __future__ import annotations

from portrait_parts import WINDOW, Look, Portrait

PORTRAITS: dict[str, Look] = {
    "loyalty-newcomer": Look(1, "bun", "crew", skin=0.08, hair_tone=1.2),
    "loyalty-owner": Look(2, "bald", "shirt", skin=0.08, hair_tone=0.55, beard="moustache", lines=True, cloth_tone=0.6),
    "funnel-curious": Look(3, "quiff", "hoodie", skin=0.3, hair_tone=1.45, cloth_tone=0.75),
    "funnel-devoted": Look(4, "curls", "v-neck", skin=0.07, hair_tone=0.85, glasses="round"),
    "classic-saver": Look(1, "short", "roll-neck", skin=0.42, hair_tone=1.5, beard="short", cloth_tone=0.75),
    "classic-loyal": Look(4, "bob", "blazer", skin=0.06, hair_tone=0.42, lines=True, glasses="square"),
    "buying-director": Look(6, "long", "blazer", skin=0.1, hair_tone=1.3, cloth_tone=0.7),
    "buying-engineer": Look(5, "turban", "shirt", skin=0.32, hair_tone=1.0, beard="full", cloth_tone=0.5),
    "ambassador-member": Look(2, "afro", "v-neck", skin=0.5, hair_tone=1.55, cloth_tone=0.3, earrings=True),
    "ambassador-newcomer": Look(3, "crop", "crew", skin=0.07, hair_tone=1.1, glasses="round", cloth_tone=0.6),
    "blueprint-guest": Look(1, "scarf", "blazer", skin=0.12, hair_tone=0.8, cloth_tone=1.15),
    "renovation-sonia": Look(1, "pony", "hoodie", skin=0.2, hair_tone=1.4),
    "renovation-thomas": Look(2, "short", "shirt", skin=0.06, hair_tone=1.2, beard="full", cloth_tone=0.7),
    "renovation-monique": Look(3, "pixie", "v-neck", skin=0.06, hair_tone=0.44, lines=True, glasses="round"),
    "hip-denise": Look(1, "curls", "blazer", skin=0.45, hair_tone=1.55, cloth_tone=0.8),
    "hip-walter": Look(2, "bald", "roll-neck", skin=0.06, hair_tone=0.4, beard="full", lines=True),
    "hip-safiya": Look(3, "scarf", "crew", skin=0.2, hair_tone=0.9, cloth_tone=0.45, glasses="square"),
}


def main() -> None:
    """Draws every portrait."""
    for name, look in PORTRAITS.items():
        Portrait(look).draw().save(name, WINDOW)


if __name__ == "__main__":
    main()
