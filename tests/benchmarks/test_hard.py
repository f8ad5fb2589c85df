from benchmarks.hard import Read, hard_messages, hard_shares, topics_of
from benchmarks.tables import Share
from benchmarks.weighing import VALIDATION

SHOPS, PAPERS, UNKNOWN = (
    frozenset({"shopping_hours"}),
    frozenset({"entry_documents"}),
    "unanswerable",
)


def test_second_messages_are_left_out() -> None:
    messages = hard_messages(VALIDATION / "hard")
    assert len(messages) == 2519
    assert not any("follow_up" in one.intents for one in messages)


def test_shares_are_counted_by_what_is_asked() -> None:
    found = [
        Read(SHOPS, SHOPS),
        Read(SHOPS, PAPERS),
        Read(SHOPS | PAPERS, SHOPS),
        Read(frozenset({UNKNOWN}), SHOPS | {UNKNOWN}),
        Read(frozenset({UNKNOWN}), frozenset({"out_of_scope"})),
    ]
    assert hard_shares(found) == {
        "one topic": Share(1, 2),
        "two topics": Share(0, 1),
        "nothing known": Share(0, 2),
        "nothing known, but answered": Share(1, 2),
    }


def test_nothing_of_ours_is_out_of_scope() -> None:
    assert topics_of(["nlu_fallback"]) == {"out_of_scope"}
    assert topics_of(["about_zone/area", "duty_free"]) == {"about_zone", "duty_free"}
