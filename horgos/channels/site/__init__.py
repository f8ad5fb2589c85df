"""The pages of the guide and what they load: from ``web/dist``, and packs made at run time."""

from horgos.channels.site.channel import SiteChannel

__all__ = ["SiteChannel"]
