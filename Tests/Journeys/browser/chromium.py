"""Debian's Chromium, with one window for each size, theme and language that pages are looked at in."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import sync_playwright

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# The rules whose answer depends on the theme.
OF_COLOUR = ["color-contrast", "link-in-text-block"]
# What the policy has stopped is told to the page; this keeps it until it is asked for.
LISTENER = "addEventListener('securitypolicyviolation', told => (window.stopped ??= []).push(told.blockedURI + ' ' + told.violatedDirective))"


@dataclass(frozen=True)
class Look:
    """How a page is looked at."""

    width: int
    height: int
    theme: str
    language: str

    def __str__(self):
        return f"{self.width}×{self.height} {self.theme} {self.language}"


PHONE = Look(360, 740, "light", "id")
DESK = Look(1280, 800, "dark", "en")
OTHER_THEME = {"light": "dark", "dark": "light"}


class Chromium:
    """The browser; windows are made once for each look and kept."""

    def __init__(self):
        self.playwright = sync_playwright().start()
        program = shutil.which("chromium") or "/usr/bin/chromium"
        # Root, as which continuous integration runs, has no sandbox. Workers ask for the certificate by themselves.
        switches = ["--no-sandbox", "--disable-dev-shm-usage", "--ignore-certificate-errors"]
        self.browser = self.playwright.chromium.launch(executable_path=program, args=switches)
        self.windows = {}

    def window(self, look=PHONE, **more):
        """A new window with nothing in it, as of somebody who comes for the first time."""
        return self.browser.new_context(
            viewport={"width": look.width, "height": look.height},
            color_scheme=look.theme,
            locale={"id": "id-ID", "en": "en-GB"}[look.language],
            ignore_https_errors=True,
            # Colours that are still on their way to others would be measured.
            reduced_motion="reduce",
            **more,
        )

    def page(self, look, host, cookie):
        """The kept page of this look, as this person."""
        if look not in self.windows:
            context = self.window(look)
            context.add_init_script(LISTENER)
            self.windows[look] = context.new_page()
        page = self.windows[look]
        page.context.clear_cookies()
        page.context.add_cookies(cookies(host, cookie, look.language))
        return page

    def close(self):
        self.browser.close()
        self.playwright.stop()


def cookies(host, cookie, language):
    """The cookies of a signed-in person who has chosen a language, for a window."""
    pairs = [("__Host-language", language)] + ([tuple(cookie.split("=", 1))] if cookie else [])
    return [{"name": name, "value": value, "url": host.url, "secure": True} for name, value in pairs]


def violations(page, rules=None):
    """What axe finds, a sentence each."""
    page.evaluate(AXE)
    chosen = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    found = page.evaluate(
        "chosen => axe.run(document, {runOnly: chosen, resultTypes: ['violations']})", chosen
    )["violations"]
    return [
        " ".join(f"{rule['id']}: {node['html'][:160]} – {node['failureSummary'][:300]}".split())
        for rule in found
        for node in rule["nodes"]
    ]


def overflow(page):
    """What stands out of the window to the side; empty where nothing does."""
    return page.evaluate(
        """() => {
          const wide = document.scrollingElement.clientWidth;
          if (document.scrollingElement.scrollWidth <= wide) return [];
          const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > wide + 1);
          return ['scrolls sideways: ' + out.slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ')];
        }"""
    )
