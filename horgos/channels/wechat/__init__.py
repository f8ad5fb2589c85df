"""WeChat Official Account: XML over HTTP, five seconds, and no buttons."""

from horgos.channels.wechat.channel import WeChatChannel

__all__ = ["WeChatChannel"]
