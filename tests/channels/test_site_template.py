"""Places in a page: filled with text, whatever that text holds."""

from __future__ import annotations

import pytest

from horgos.channels.site.template import UnknownPlace, fill


@pytest.mark.parametrize(
    ("page", "filled"),
    [
        ("{{a}}", "&lt;b&gt; &amp; &quot;c&quot; &#x27;d&#x27;"),
        ("<p title=\"{{ a }}\">", "<p title=\"&lt;b&gt; &amp; &quot;c&quot; &#x27;d&#x27;\">"),
        ("{{b}}{{b}}", "{{a}}{{a}}"),
        ("{a} {{ }} {{a.b}} }}", "{a} {{ }} {{a.b}} }}"),
    ],
)  # fmt: skip
def test_words_are_text_and_never_html(page: str, filled: str) -> None:
    assert fill(page, {"a": "<b> & \"c\" 'd'", "b": "{{a}}"}) == filled


def test_a_place_without_a_word_is_told() -> None:
    with pytest.raises(UnknownPlace, match=r"\{\{ c \}\} is no word of a page"):
        fill("{{a}} {{ c }}", {"a": "x"})
