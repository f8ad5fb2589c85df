"""The web channel: what the widget and the tablet talk to (docs/web-channel.md)."""
