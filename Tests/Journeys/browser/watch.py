"""Looks at the pages of a crawl in Chromium and tells what is wrong with them."""

from .chromium import DESK, OF_COLOUR, OTHER_THEME, PHONE, overflow, violations


# What was examined in this run, by look: patterns of addresses, and parts of pages.
EXAMINED = {look: (set(), set()) for look in (PHONE, DESK)}


def worth_a_look(visits, look):
    """The pages of a pattern that nobody's crawl has met yet, and those with a part that no page before them had."""
    patterns, parts = EXAMINED[look]
    for visit in visits:
        if visit.pattern not in patterns or visit.markup.shape - parts:
            patterns.add(visit.pattern)
            parts |= visit.markup.shape
            yield visit


def faults_of(chromium, survey, role):
    """Everything that is wrong with the pages that this role finds.

    On the phone each is looked at; axe does not examine again what others have.
    """
    faults = []
    for look in (PHONE, DESK):
        page = chromium.page(look, survey.host(role), survey.cookie(role))
        with Listener(page) as listener:
            visits = survey.crawl(role, look.language).visits
            examined = {visit.target for visit in worth_a_look(visits, look)}
            for visit in visits if look is PHONE else [visit for visit in visits if visit.target in examined]:
                page.goto(survey.host(role).url + visit.target)
                found = [*overflow(page), *listener.drained()]
                if visit.target in examined:
                    found += violations(page)
                    page.emulate_media(color_scheme=OTHER_THEME[look.theme])
                    found += violations(page, OF_COLOUR)
                    page.emulate_media(color_scheme=look.theme)
                faults += [f"{visit.target} ({look}): {fault}" for fault in found]
    return faults


class Listener:
    """What the browser complains about while pages are looked at."""

    def __init__(self, page):
        self.page, self.heard = page, []

    def __enter__(self):
        self.page.on("console", self.on_console)
        self.page.on("pageerror", self.on_error)
        return self

    def __exit__(self, *_):
        self.page.remove_listener("console", self.on_console)
        self.page.remove_listener("pageerror", self.on_error)

    def on_console(self, message):
        if message.type in ("error", "warning"):
            self.heard.append(f"the console says {message.text}")

    def on_error(self, error):
        self.heard.append(f"a script failed: {error}")

    def drained(self):
        """What was heard since the last time, with what the policy has stopped."""
        heard, self.heard = self.heard, []
        return heard + [f"the policy stopped {what}" for what in self.page.evaluate("window.stopped ?? []")]
