"""The length of a text as Telegram and Meta count it, apart from the guide's own counting."""


def units(text: str) -> int:
    """How many UTF-16 units it has."""
    return len(text.encode("utf-16-le")) // 2
