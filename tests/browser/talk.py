"""A talk with the guide as a visitor holds it: things are found by role and by the pack's words."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visits
from tests.browser.packs import Pack
from tests.browser.screens import Screen
from tests.browser.watching import Watch

# Who says it, the words without what is below them, language and direction it is marked with.
MESSAGES = """(log) => [...log.querySelectorAll(".turn .message")].map((message) => ({
  who: message.classList.contains("visitor") ? "visitor" : "guide",
  text: [...message.querySelectorAll(".text")].map((text) => text.innerText.trim()).join("\\n"),
  lang: message.closest("[lang]").lang,
  direction: getComputedStyle(message).direction,
}))"""

MOST_SECONDS = 70


@dataclass(frozen=True)
class Message:
    """One message in the log."""

    who: str
    text: str
    lang: str
    direction: str


class Talk:
    """The conversation on a page, in the widget or at the tablet.

    Attributes:
        page: Where it is held.
        pack: The words of the form it is held in.
    """

    def __init__(self, page: Page, pack: Pack) -> None:
        self.page = page
        self.pack = pack

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def turns(self) -> Locator:
        return self.log.locator(".turn")

    @property
    def box(self) -> Locator:
        return self.page.get_by_role("textbox", name=self.word("question_label"))

    @property
    def status(self) -> Locator:
        return self.page.locator("horgos-chat .talk").get_by_role("status")

    @property
    def failure(self) -> Locator:
        """Why a question got no answer."""
        return self.log.locator(".failure")

    @property
    def provenance(self) -> Locator:
        """What stands below the last answer."""
        return self.turns.last.locator(".provenance")

    def word(self, key: str) -> str:
        return str(self.pack["words"][key])

    def error(self, code: str) -> str:
        """The sentence for an error, up to its first figure."""
        return str(self.pack["errors"][code]).split("{")[0].strip()

    def button(self, key: str) -> Locator:
        """The button that carries one of the pack's words."""
        return self.named(self.word(key))

    def named(self, title: str) -> Locator:
        return self.page.get_by_role("button", name=title, exact=True)

    def topic(self, topic: str) -> Locator:
        """The button of a topic in the talk, at its start or below an answer."""
        return self.log.get_by_role("button", name=self.title(topic), exact=True)

    def title(self, topic: str) -> str:
        titles = {each["id"]: str(each["title"]) for each in self.pack["topics"]}
        return titles[topic]

    def send(self, text: str) -> None:
        """Type and send; does not wait for the answer."""
        self.box.fill(text)
        self.button("send").click()

    def ask(self, text: str) -> None:
        """Type, send, and wait until the answer is complete."""
        before = self.turns.count()
        self.send(text)
        self.wait_for_answers(before + 1)

    def press(self, button: Locator) -> None:
        """Press a button that asks something, and wait until the answer is complete."""
        before = self.turns.count()
        button.click()
        self.wait_for_answers(before + 1)

    def retry(self) -> None:
        """Press "try again", and wait until the answer is complete."""
        self.button("retry").click()
        self.wait_for_answers(self.turns.count())

    def wait_for_answers(self, count: int) -> None:
        """Until so many turns are there and the last one is answered."""
        expect(self.turns).to_have_count(count)
        self.wait_for_last_answer()

    def wait_for_last_answer(self) -> None:
        expect(self.turns.last).to_have_attribute("data-state", "answered")

    def hurry_until(self, there: Locator) -> None:
        """Turn the clock on, second by second, until something is to be seen."""
        for _ in range(MOST_SECONDS):
            if there.is_visible():
                return
            self.page.clock.run_for(1_000)
            self.page.wait_for_timeout(20)
        expect(there).to_be_visible()

    def hurry_while(self, there: Locator) -> None:
        """Turn the clock on, second by second, until something is gone."""
        for _ in range(MOST_SECONDS):
            if there.is_hidden():
                return
            self.page.clock.run_for(1_000)
            self.page.wait_for_timeout(20)
        expect(there).to_be_hidden()

    def said(self) -> list[Message]:
        return [Message(**found) for found in self.log.evaluate(MESSAGES)]

    def own(self) -> list[str]:
        return [message.text for message in self.said() if message.who == "visitor"]

    def open_languages(self) -> None:
        """Open the list of languages in the widget."""
        name = f"{self.word('language')}: {self.pack['form']['own_name']}"
        self.named(name).click()
        expect(self.page.get_by_text(self.word("choose_language"))).to_be_visible()


def opened(visits: Visits, pack: Pack, screen: Screen, **options: object) -> tuple[Talk, Watch]:
    """The page of a form, where the chat stands open at once."""
    page, watch = visits.arrive(screen, **options)
    page.clock.install()
    page.goto(f"/{pack['form']['code'].lower()}")
    talk = Talk(page, pack)
    expect(talk.box).to_be_visible()
    return talk, watch
