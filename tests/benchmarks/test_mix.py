from collections import Counter

from benchmarks.mix import realistic_mix

TEXTS = [f"question {number}" for number in range(40)]
BUTTONS = ["ask:duty_free", "language"]


def test_a_third_of_each_kind() -> None:
    sent = realistic_mix(TEXTS, BUTTONS, seed=1)
    pressed = [message for message in sent if message in BUTTONS]
    assert len(sent) == 3 * len(TEXTS)
    assert len(pressed) == len(TEXTS)
    assert set(pressed) == set(BUTTONS)
    assert set(sent) - set(BUTTONS) == set(TEXTS)


def test_every_text_is_new_once_and_what_is_repeated_was_sent_before() -> None:
    typed = [m for m in realistic_mix(TEXTS, BUTTONS, seed=2) if m not in BUTTONS]
    counted = Counter(typed)
    assert sum(count - 1 for count in counted.values()) == len(TEXTS)
    assert list(dict.fromkeys(typed)) == TEXTS


def test_the_order_is_the_same_every_time() -> None:
    assert realistic_mix(TEXTS, BUTTONS, seed=3) == realistic_mix(TEXTS, BUTTONS, seed=3)
    assert realistic_mix(TEXTS, BUTTONS, seed=3) != realistic_mix(TEXTS, BUTTONS, seed=4)
