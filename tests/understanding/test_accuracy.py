"""How many clean questions are understood, by language, over REST from the running guide.

What was misunderstood is counted, never printed: who reads the misses tunes to them.
"""

from __future__ import annotations

from collections import defaultdict

from tests.running import Reply, RunningGuide
from tests.understanding.questions import Item, dialogues, questions

TOPICS_RIGHT = 0.92
"""The first bar: share of questions whose topics are all right, in each language."""
FORMS_RIGHT = 0.95
DIALOGUE_TURNS_RIGHT = 0.85


def _topics_right(reply: Reply, item: Item) -> bool:
    """The same topics; "not understood" counts as "nothing to do with it"."""
    got = set(reply.answer["topics"]) or {"out_of_scope"}
    return got == set(item.topics)


def test_topics_of_clean_questions(guide: RunningGuide, language: str) -> None:
    items = questions(language)
    assert len(items) >= 250
    by_style: dict[str, list[bool]] = defaultdict(list)
    forms = []
    for item in items:
        reply = guide.ask(item.text)
        by_style[item.style].append(_topics_right(reply, item))
        forms.append(reply.form == item.form)
    rights = [right for found in by_style.values() for right in found]
    share = sum(rights) / len(rights)
    print(f"\n{language}: topics {share:.1%} of {len(rights)}; reply form {_share(forms):.1%}")
    for style, found in sorted(by_style.items()):
        print(f"  {style:<12} {_share(found):.0%} of {len(found)}")
    assert share >= TOPICS_RIGHT
    assert _share(forms) >= FORMS_RIGHT


def test_turns_of_clean_dialogues(guide: RunningGuide, language: str) -> None:
    right = []
    for _, turns in dialogues(language):
        replies = guide.talk(*(turn.text for turn in turns))
        right += [
            set(turn.topics) <= set(reply.answer["topics"]) and reply.form == turn.form
            for turn, reply in zip(turns, replies, strict=True)
        ]
    assert len(right) >= 60
    print(f"\n{language}: dialogue turns {_share(right):.1%} of {len(right)}")
    assert _share(right) >= DIALOGUE_TURNS_RIGHT


def _share(found: list[bool]) -> float:
    return sum(found) / len(found)
