"""Channels by what people call them: the built-in ones in every language, else new ones with the likeliest icon."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from journeyeditor.exchange.building import Building
from journeyeditor.exchange.table.folding import folded
from journeyeditor.model.channels import BUILT_IN_CHANNELS, CHANNEL_ICONS
from journeyeditor.model.naming import channel_name
from journeyeditor.model.records import Channel
from journeyeditor.words import Words, languages, speak

SYNONYMS: Mapping[str, str] = {
    "shop": "shop; store; boutique; magasin; point de vente; en magasin; in store; showroom; branch; agence",
    "web": "web; website; web site; site; site web; site internet; internet; online; en ligne; homepage",
    "phone": "phone; telephone; call; hotline; call centre; call center; téléphone; appel; centre d'appels",
    "email": "email; e-mail; mail; courriel; newsletter; mailing",
    "app": "app; mobile app; application; appli; application mobile; mobile",
    "social": "social; social media; social network; réseaux sociaux; réseau social; facebook; instagram; linkedin",
    "chat": "chat; chatbot; live chat; messagerie instantanée; tchat",
    "post": "post; letter; letters; courrier; courrier postal; poste; lettre",
    "word_of_mouth": "word of mouth; bouche à oreille; friends; amis; recommendation; recommandation",
    "product": "product; produit; the product; le produit",
    "event": "event; trade fair; fair; salon; événement; foire; conference",
    "third_party": "third party; partner; partners; reseller; tiers; partenaire; revendeur; marketplace",
    "advert": "advert; advertising; ad; ads; publicité; pub; tv; radio",
    "message": "message; sms; text message; whatsapp; texto",
    "review": "review; reviews; avis; avis en ligne; online reviews",
}
"""Icon -> what people write for it. Such a channel keeps its word and gets the icon."""


class ChannelBook:
    """The channels of one import."""

    def __init__(self, building: Building) -> None:
        self._building = building
        self._own: dict[str, str] = {}

    def find(self, cell: str) -> str:
        """The id of the channel that a cell names."""
        built_in = standard_words().get(folded(cell))
        if built_in is not None:
            return built_in
        if cell not in self._own:
            self._own[cell] = self._building.channel(cell, icon_for(cell))
        return self._own[cell]


def title_of(channel: Channel, words: Words) -> str:
    """What a channel is called in a cell."""
    return " ".join(channel_name(channel, words).split())


@functools.cache
def standard_words() -> Mapping[str, str]:
    """What is always a built-in channel: its standard word in any language, folded -> its id."""
    spoken = {
        folded(speak(language).term("channel", channel.icon)): channel.id
        for language in languages()
        for channel in BUILT_IN_CHANNELS.values()
    }
    return {folded(channel.icon): channel.id for channel in BUILT_IN_CHANNELS.values()} | spoken


@functools.cache
def _icons() -> Mapping[str, str]:
    spoken = {folded(speak(language).term("channel", icon)): icon for language in languages() for icon in CHANNEL_ICONS}
    return {folded(word): icon for icon, said in SYNONYMS.items() for word in said.split(";")} | spoken


def icon_for(title: str) -> str:
    """The icon of the longest known words in a title; that of a third party where none is known."""
    words = folded(title).split()
    for length in range(min(len(words), 4), 0, -1):
        for begin in range(min(len(words), 40) - length + 1):
            icon = _icons().get(" ".join(words[begin : begin + length]))
            if icon is not None:
                return icon
    return Channel(id="-").icon
