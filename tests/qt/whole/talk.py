"""Two journeys as people tell them in a room, English and French: what the tests type and draw."""

from __future__ import annotations

import msgspec


class Talk(msgspec.Struct, frozen=True):
    """A title, two people, six stages of four touchpoints with what both feel, and three pain points."""

    title: str
    people: tuple[str, str]
    stages: dict[str, tuple[tuple[str, int, int], ...]]
    """Touchpoint, and the digits 1 to 5 of both people."""
    pains: dict[str, str]
    """Touchpoint, and what hurts there."""


ENGLISH = Talk(
    "A bicycle for the way to work",
    ("Ines", "Walter"),
    {
        "Dream": (
            ("See a neighbour ride", 4, 3),
            ("Read a test", 4, 2),
            ("Ask colleagues", 3, 4),
            ("Set a budget", 2, 3),
        ),
        "Choose": (("Visit the shop", 4, 4), ("Test ride", 5, 3), ("Compare prices", 2, 2), ("Ask for a lease", 1, 3)),
        "Buy": (
            ("Sign the contract", 3, 3),
            ("Pay the deposit", 2, 3),
            ("Wait for delivery", 1, 2),
            ("Collect it", 5, 5),
        ),
        "Ride": (("First way to work", 4, 5), ("Rain", 2, 1), ("A flat tyre", 1, 2), ("The evening tour", 5, 5)),
        "Service": (("Book a check", 2, 3), ("Leave the bicycle", 2, 2), ("Pick it up", 4, 4), ("Pay the bill", 3, 2)),
        "Renew": (("Get an offer", 3, 4), ("Sell the old one", 2, 3), ("Tell a friend", 5, 4), ("Begin again", 4, 4)),
    },
    {
        "Ask for a lease": "The form has forty fields",
        "Wait for delivery": "Nobody says when it comes",
        "A flat tyre": "The hotline is closed at six",
    },
)
FRENCH = Talk(
    "Un vélo pour aller au bureau",
    ("Inès", "Gaëtan"),
    {
        "Rêver": (
            ("Voir un voisin", 4, 3),
            ("Lire un essai", 4, 2),
            ("Interroger l’équipe", 3, 4),
            ("Fixer un prix", 2, 3),
        ),
        "Choisir": (
            ("Aller en boutique", 4, 4),
            ("Essayer", 5, 3),
            ("Comparer les prix", 2, 2),
            ("Demander un crédit", 1, 3),
        ),
        "Acheter": (("Signer", 3, 3), ("Verser l’acompte", 2, 3), ("Attendre", 1, 2), ("Récupérer le vélo", 5, 5)),
        "Rouler": (("Premier trajet", 4, 5), ("La pluie", 2, 1), ("Une crevaison", 1, 2), ("Le tour du soir", 5, 5)),
        "Entretenir": (
            ("Réserver", 2, 3),
            ("Déposer le vélo", 2, 2),
            ("Le reprendre", 4, 4),
            ("Régler la facture", 3, 2),
        ),
        "Renouveler": (
            ("Recevoir une offre", 3, 4),
            ("Revendre l’ancien", 2, 3),
            ("En parler", 5, 4),
            ("Recommencer", 4, 4),
        ),
    },
    {
        "Demander un crédit": "Quarante champs à remplir",
        "Attendre": "Personne ne dit quand il arrive",
        "Une crevaison": "L’assistance ferme à dix-huit heures",
    },
)
