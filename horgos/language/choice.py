"""In which written form to answer a message."""

from dataclasses import dataclass

from horgos.language.detection import detect
from horgos.language.forms import Forms, WrittenForm
from horgos.language.pinyin import is_pinyin
from horgos.language.requests import Request, named_form, names_in, requested_form
from horgos.language.spelling import Certainty, Spelling

# Fewer words than a phrase do not turn a conversation round, unless their letters do.
PHRASE = 3


@dataclass(frozen=True)
class Hints:
    """What is known about a visitor's language besides the message; form codes or None.

    Attributes:
        chosen: picked by button or named by the visitor.
        conversation: of the last reply.
        channel: from the channel, such as the language of the page or of the phone.
    """

    chosen: str | None = None
    conversation: str | None = None
    channel: str | None = None


@dataclass(frozen=True)
class Granted:
    """A wish for a language.

    Attributes:
        form: code of the form it is granted in.
        picked: whether the wish is for the very form, script included.
    """

    form: str
    picked: bool


@dataclass(frozen=True)
class ReplyForm:
    """The form to answer in.

    Attributes:
        form: its code.
        wish: what the message itself asks for; None if it does not.
        named: what it names without asking for it in words we know: what to answer in once the
            message is known to be about the language; None for none.
        spelling: of the message.
    """

    form: str
    wish: Granted | None
    named: Granted | None
    spelling: Spelling


def reply_form(text: str, hints: Hints, forms: Forms) -> ReplyForm:
    """Choose the written form of the reply.

    In this order: what the message asks for; its own language when that is beyond doubt or likely
    over a phrase (a word or two count only where they cannot be of the language spoken so far);
    the form chosen, of the conversation, of the channel; a weak guess; the form usual for the
    script; the default. Hints that name no form of ours are ignored.
    """
    spelling, known, names = detect(text), _known(hints, forms), names_in(text)
    request = requested_form(names, forms)
    if request is not None:
        wish = _granted(request, spelling, known, forms)
        return ReplyForm(wish.form, wish, None, spelling)
    named = named_form(names, forms)
    return ReplyForm(
        _unasked(text, spelling, hints, forms).code,
        None,
        _granted(named, spelling, known, forms) if named else None,
        spelling,
    )


def _unasked(text: str, spelling: Spelling, hints: Hints, forms: Forms) -> WrittenForm:
    """The form for a message that asks for none."""
    known = _known(hints, forms)
    if _speaks_for_itself(text, spelling, hints, forms):
        return _as_typed(spelling, hints, forms)
    if known:
        return known[0]
    if spelling.language is not None:
        return _as_typed(spelling, hints, forms)
    return forms.of_script.get(spelling.script or "", forms.default)


def _known(hints: Hints, forms: Forms) -> list[WrittenForm]:
    """The forms known from elsewhere, the most telling first."""
    return [
        forms[code]
        for code in (hints.chosen, hints.conversation, hints.channel)
        if code is not None and code in forms
    ]


def _granted(
    request: Request, spelling: Spelling, known: list[WrittenForm], forms: Forms
) -> Granted:
    form = _requested(request, spelling, known, forms)
    return Granted(form.code, request.script_named)


def _requested(
    request: Request, spelling: Spelling, known: list[WrittenForm], forms: Forms
) -> WrittenForm:
    """A language asked for without a script comes in the script typed, or the one known."""
    asked = forms[request.form]
    if request.script_named:
        return asked
    if spelling.language == asked.language and not spelling.makeshift:
        typed = forms.find(asked.language, spelling.script)
        if typed is not None:
            return typed
    return next((form for form in known if form.language == asked.language), asked)


def _speaks_for_itself(text: str, spelling: Spelling, hints: Hints, forms: Forms) -> bool:
    """Whether the message settles its language whatever was spoken before."""
    if spelling.language is None or spelling.language not in forms.languages:
        return False
    if spelling.certainty is Certainty.DECISIVE:
        return True
    if spelling.certainty is not Certainty.LIKELY:
        return False
    spoken = next(iter(_known(Hints(hints.chosen, hints.conversation), forms)), None)
    if spelling.words >= PHRASE or spoken is None or spoken.language == spelling.language:
        return True
    return not _may_be(spoken.language, text, spelling, forms)


def _may_be(language: str, text: str, spelling: Spelling, forms: Forms) -> bool:
    """Whether a word or two may be of a language after all."""
    if spelling.script is None or not forms.is_typed_in(language, spelling.script):
        return False
    if language == "zh" and spelling.script == "Latn":
        return all(is_pinyin(word) for word in text.lower().split() if word.isalpha())
    return True


def _as_typed(spelling: Spelling, hints: Hints, forms: Forms) -> WrittenForm:
    """The form for a message in one of our languages."""
    language = spelling.language or ""
    known = [form for form in _known(hints, forms) if form.language == language]
    if hints.chosen is not None and known and known[0].code == hints.chosen:
        return known[0]
    typed = forms.find(language, spelling.script)
    if typed is not None and not spelling.makeshift:
        return typed
    return known[0] if known else forms.main(language)
