"""What the pages say and know before anybody asks: their words and the topics' answers.

``load_interface`` reads ``locales/interface``; ``pack`` puts the words of one written form and
the answers of all topics together. Nothing here knows Rasa or HTTP.
"""

from horgos.interface.pack import Pack, pack
from horgos.interface.words import Interface, Wording, load_interface

__all__ = ["Interface", "Pack", "Wording", "load_interface", "pack"]
