"""The tablet on the information desk, as a visitor uses it."""

from __future__ import annotations

import time

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PATIENCE, Visits
from tests.browser.packs import Pack
from tests.browser.screens import Screen
from tests.browser.talk import Talk
from tests.browser.watching import Watch

ADDRESS = "/kiosk?tablet=desk-1"
GOODBYE = 1_500  # ms that the visitor is told goodbye
WITHOUT_WORKER = "delete Navigator.prototype.serviceWorker"
ALONE = """async () => {
  const {active} = await navigator.serviceWorker.ready;
  const kept = await Promise.all((await caches.keys()).map(async (name) =>
    (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname)));
  const packs = kept.flat().filter((path) => path.startsWith("/pack/"));
  return active.state === "activated" ? packs.length : 0;
}"""


class Tablet(Talk):
    """A talk at the tablet, from the attract screen on."""

    @property
    def languages(self) -> Locator:
        """The language buttons in sight."""
        names = [form["own_name"] for form in self.pack["forms"]]
        found = self.named(names[0])
        for name in names[1:]:
            found = found.or_(self.named(name))
        return found

    @property
    def idle(self) -> Locator:
        return self.page.get_by_role("alertdialog")

    @property
    def banner(self) -> Locator:
        start = self.word("offline_banner").split("{")[0].strip()
        return self.page.get_by_text(start)

    def topic(self, topic: str) -> Locator:
        """The tile of a topic, or its button below an answer."""
        return self.named(self.title(topic))

    def begin(self) -> None:
        """Choose the language on the attract screen."""
        form = self.pack["form"]
        # By its language as well: a mirrored page may bear the same name twice.
        self.named(form["own_name"]).and_(self.page.locator(f'[lang="{form["tag"]}"]')).click()
        expect(self.button("finish")).to_be_visible()

    def type_instead(self) -> None:
        self.button("type_question").click()
        expect(self.box).to_be_visible()

    def change_language(self, pack: Pack) -> None:
        """Choose another language in the middle of a visit; from then on with its words."""
        self.button("language").click()
        self.page.get_by_role("dialog").get_by_role(
            "button", name=pack["form"]["own_name"], exact=True
        ).click()
        self.pack = pack
        expect(self.button("finish")).to_be_visible()

    def leave_dialog(self) -> None:
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_role("dialog")).to_be_hidden()

    def turn(self, screen: Screen) -> None:
        """The tablet is taken up and put down the other way round."""
        self.page.set_viewport_size({"width": screen.width, "height": screen.height})

    def finish(self) -> None:
        """End the visit, and wait for the next visitor's attract screen."""
        self.button("finish").click()
        self.hear_goodbye()

    def hear_goodbye(self) -> None:
        expect(self.page.get_by_text(self.word("finished"), exact=True)).to_be_visible()
        self.page.clock.run_for(GOODBYE)
        expect(self.languages.first).to_be_visible()

    def wait_until_it_can_be_alone(self) -> None:
        """Until the service worker keeps the page and every pack."""
        count = len(self.pack["forms"])
        until(self.page, f"await ({ALONE})() >= {count}")

    def everything(self) -> str:
        """All text and all values in the page, shadow trees included."""
        return str(self.page.evaluate(EVERYTHING))


EVERYTHING = """() => {
  const found = [];
  const walk = (root) => {
    found.push(root.textContent);
    root.querySelectorAll("*").forEach((element) => {
      if (element.value) found.push(element.value);
      if (element.shadowRoot) walk(element.shadowRoot);
    });
  };
  walk(document.documentElement);
  return found.join("\\n");
}"""


def until(page: Page, condition: str) -> None:
    """Wait for an expression that awaits; `wait_for_function` would take its promise for a yes."""
    end = time.monotonic() + PATIENCE / 1_000
    while not page.evaluate(f"async () => {condition}"):
        assert time.monotonic() < end, f"never so: {condition}"
        page.wait_for_timeout(50)


def at_tablet(
    visits: Visits, pack: Pack, screen: Screen, worker: bool = True, **options: object
) -> tuple[Tablet, Watch]:
    """Before the attract screen, with a clock the test may turn forward.

    Without the worker the page is what it is over plain http: it keeps nothing for a time without a
    network, for which it fetches every pack twice. Only tests of what is seen do without.
    """
    page, watch = visits.arrive(screen, **options)
    if not worker:
        page.add_init_script(WITHOUT_WORKER)
    page.clock.install()
    page.goto(ADDRESS)
    tablet = Tablet(page, pack)
    expect(tablet.languages.first).to_be_visible()
    return tablet, watch
