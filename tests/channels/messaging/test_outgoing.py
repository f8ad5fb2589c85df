"""From the gate's elements to what a person reads."""

from horgos.answers.answer import Button
from horgos.channels.messaging.outgoing import Link, outgoing
from horgos.language.forms import Forms

REPLY = [
    {"recipient_id": "tg-1", "text": "Бірінші.\nДереккөз: TVB."},
    {
        "recipient_id": "tg-1",
        "text": "Екінші.",
        "buttons": [{"title": "Шек", "payload": "ask:duty_free"}],
    },
    {
        "recipient_id": "tg-1",
        "custom": {
            "answer": {
                "language": "kk",
                "script": "Cyrl",
                "sources": [
                    {"publisher": "Жаңалық", "url": "https://a.kz"},
                    {"publisher": "TVB", "url": None},
                    {"publisher": "Жаңалық", "url": "https://a.kz"},
                ],
            }
        },
    },
]


def test_texts_buttons_form_and_links_are_taken_from_the_reply(forms: Forms) -> None:
    found = outgoing(REPLY, forms)
    assert found.texts == ("Бірінші.\nДереккөз: TVB.", "Екінші.")
    assert found.buttons == (Button("Шек", "ask:duty_free"),)
    assert found.form.code == "kk-Cyrl"
    assert found.links == (Link("Жаңалық", "https://a.kz"),)


def test_a_reply_without_provenance_is_in_the_default_form(forms: Forms) -> None:
    found = outgoing([{"text": "?"}, {"text": " "}], forms)
    assert (found.texts, found.buttons, found.form, found.links) == (("?",), (), forms.default, ())


def test_a_publisher_is_called_what_the_text_calls_it(forms: Forms) -> None:
    sources = [{"publisher": "Жаңалық", "url": "https://a.kz"}]
    answer = {"language": "kk", "script": "Latn", "sources": sources}
    found = outgoing([{"text": "x"}, {"custom": {"answer": answer}}], forms)
    assert found.links == (Link("Jañalyq", "https://a.kz"),)
