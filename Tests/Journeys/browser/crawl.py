"""Follows every link of a host as one person sees it."""

import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import parse_qsl, urljoin, urlsplit

from .judge import findings
from .markup import Markup

IDENTIFIER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+|[A-Za-z0-9_-]{24,}")
# Pages of one pattern that are looked at, besides those that are named.
OF_A_KIND = 2


def pattern(target):
    """The address without what tells one thing of its kind from another."""
    parts = urlsplit(target)
    path = "/".join(IDENTIFIER.fullmatch(part) and "{id}" or part for part in parts.path.split("/"))
    names = sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)})
    return path + ("?" + "&".join(names) if names else "")


@dataclass
class Visit:
    """A page that was there."""

    target: str
    markup: Markup

    @property
    def pattern(self):
        return pattern(self.target)


class Crawl:
    """All that one person finds on a host in one language.

    `named` are addresses that are tried besides what is linked; where this person may not go they are left out.
    """

    def __init__(self, host, cookie=None, language="id", named=()):
        self.host, self.cookie, self.language = host, cookie, language
        self.visits, self.faults, self.forms = [], [], set()
        self.kinds, self.seen, self.queue = Counter(), set(), ["/"]
        while self.queue:
            self.visit(self.queue.pop(0))
        for target in named:
            self.visit(target, is_named=True)
            while self.queue:
                self.visit(self.queue.pop(0))
        for action in sorted(self.forms):
            self.knock(action)

    def ask(self, target):
        cookies = f"__Host-language={self.language}" + (f"; {self.cookie}" if self.cookie else "")
        headers = {"Accept": "text/html", "Cookie": cookies, "Accept-Language": self.language}
        return self.host.send("GET", target, headers=headers)

    def visit(self, target, is_named=False):
        if target in self.seen or (self.kinds[pattern(target)] >= OF_A_KIND and not is_named):
            return
        self.seen.add(target)
        answer = self.ask(target)
        if is_named and answer.status in (403, 404):
            return
        self.kinds[pattern(target)] += 1
        if answer.status in (302, 303):
            self.follow(target, answer.headers["location"])
        elif answer.status != 200:
            self.faults.append(f"{target} answers {answer.status}")
        elif answer.headers["content-type"].startswith("text/html"):
            self.read(target, answer)

    def read(self, target, answer):
        markup = Markup(answer.text)
        self.visits.append(Visit(target, markup))
        self.faults += [f"{target} {finding}" for finding in findings(answer, markup, self.language)]
        for link in markup.links + markup.assets:
            self.follow(target, link)
        for form in markup.forms:
            if form.method == "post":
                self.forms.add(self.local(target, form.action))
            elif form.method == "get":
                self.follow(target, form.action or target)

    def local(self, base, link):
        """The address on this host; None where it leads elsewhere."""
        target = urlsplit(urljoin(self.host.url + base, link))
        if target.netloc != self.host.authority:
            return None
        return (target.path or "/") + (f"?{target.query}" if target.query else "")

    def follow(self, base, link):
        if link.startswith(("#", "mailto:", "tel:")):
            return
        target = self.local(base, link)
        if target is not None:
            self.queue.append(target)
        elif urlsplit(link).port != self.host.port or not urlsplit(link).hostname.endswith(".localhost"):
            self.faults.append(f"{base} leads out of the service: {link}")

    def knock(self, action):
        """A form is sent to an address that exists: one that only takes forms refuses one that no page of ours sent."""
        answer = self.ask(action)
        if answer.status == 404:
            answer = self.host.send("POST", action, headers={"Accept": "text/html", "Cookie": self.cookie or ""})
        if answer.status not in (200, 303, 405, 403):
            self.faults.append(f"a form is sent to {action}, which answers {answer.status}")
