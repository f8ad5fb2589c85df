"""What the pages need words for: the one list of keys, with the placeholders of each."""

from __future__ import annotations

from collections.abc import Mapping

from horgos.facts.model import Status

_PLAIN = (
    # The chat
    "title", "open", "close", "language", "choose_language", "question_label",
    "question_placeholder", "send", "sending", "typing", "thinking_long", "retry", "not_sent",
    "clear", "cleared", "topics_label", "buttons_label", "you", "guide", "sources_label",
    "no_date", "log_label", "skip_to_question", "new_answer", "welcome_note",
    # The tablet
    "start", "touch_to_start", "all_topics", "back", "finish", "finished", "call_desk",
    "call_desk_text", "text_size", "text_normal", "text_large", "contrast", "contrast_normal",
    "contrast_high", "type_question", "idle_title", "idle_continue", "idle_finish",
    "offline_typing", "back_online", "to_phone", "to_phone_text", "or_address", "read_aloud",
    "stop_reading",
    # The page around the chat
    "page_title", "page_intro", "page_about", "frame_title",
)  # fmt: skip
WORDS: Mapping[str, frozenset[str]] = {
    **{key: frozenset[str]() for key in _PLAIN},
    "as_of": frozenset({"date"}),
    "offline_banner": frozenset({"date"}),
    "characters_left": frozenset({"n"}),
    "idle_text": frozenset({"n"}),
}
"""Keys of ``words:``; by key, the placeholders that its sentence holds."""

STATUS: Mapping[str, frozenset[str]] = {status.value: frozenset[str]() for status in Status}
"""Keys of ``status:``: one word a status for its badge."""

ERRORS: Mapping[str, frozenset[str]] = {
    code: frozenset[str]()
    for code in (
        # The web channel's
        "bad_request", "session_missing", "session_invalid", "session_expired",
        "origin_not_allowed", "not_found", "method_not_allowed", "button_not_offered",
        "too_large", "not_json", "text_too_long", "rate_limited", "unavailable",
        # What only the page itself can notice
        "offline", "timeout", "cut",
    )
}  # fmt: skip
"""Keys of ``errors:``: a sentence for each way a message can fail."""

FROM_THE_GUIDE: Mapping[str, str] = {"greeting": "greet", "source_date": "source_with_date"}
"""Words of a pack that are the guide's own sentences, by their key in ``locales/*.yml``."""
