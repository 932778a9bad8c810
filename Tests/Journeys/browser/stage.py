"""Fixtures: a province in the middle of its work, what each person finds in it, and Chromium."""

import pytest

from journey.page import sign_in
from journey.province import Province

from .crawl import Crawl
from .scene import Scene

LANGUAGES = ("id", "en")
# Who is nobody's login: a visitor, the central administrator on the admin host, and the same who reads in the province.
VISITOR, CENTRAL, READER = "visitor", "central_admin", "central_admin+reading"
ROLES = (
    VISITOR,
    CENTRAL,
    READER,
    "auditor",
    "budget_owner",
    "commitment_officer",
    "commitment_officer+procurement_officer",
    "finance_verifier",
    "goods_keeper",
    "procurement_officer",
    "rule_approver",
    "technical_officer",
    "tenant_admin",
    "treasurer",
    "vendor_beginner",
    "vendor_owner",
    "vendor_staff",
    "verifier",
)


@pytest.fixture(scope="session")
def scene(clocked):
    """The last province by name, with something in every state."""
    return Scene(Province(clocked, max(entry["slug"] for entry in clocked.demo["tenants"])))


class Survey:
    """The pages that each role finds; each is crawled once."""

    def __init__(self, scene):
        self.scene, self.logins = scene, scene.logins()
        self.cookies, self.crawls = {}, {}

    def host(self, role):
        return self.scene.province.service.admin_host if role == CENTRAL else self.scene.host

    def cookie(self, role):
        if role == VISITOR:
            return None
        if role == READER:
            return self.reading()
        if role not in self.cookies:
            who = self.scene.province.service.demo["admin"] if role == CENTRAL else self.logins[role]
            self.cookies[role], _ = sign_in(self.host(role), who)
        return self.cookies[role]

    def reading(self):
        """The cookie of a new access by break-glass, which lasts an hour at most."""
        province = self.scene.province
        body = {"reason": "Laporan 114.", "minutes": 60}
        central = province.service.administrator()
        opened = central.post(f"/tenants/{province.slug}/break-glass", body).expect(201).json
        key = opened["url"].rsplit("/", 1)[1]
        token = province.host.post(f"/break-glass/keys/{key}", {}).expect(201).json["token"]
        return f"__Host-session={token}"

    def crawl(self, role, language):
        if (role, language) not in self.crawls:
            named = [] if role == CENTRAL else self.scene.named
            self.crawls[role, language] = Crawl(self.host(role), self.cookie(role), language, named)
        return self.crawls[role, language]


@pytest.fixture(scope="session")
def survey(scene):
    return Survey(scene)


@pytest.fixture(scope="session")
def chromium():
    """One browser for the whole run."""
    pytest.importorskip("playwright", reason="the part `browser` of deploy/test installs it")
    from .chromium import Chromium

    running = Chromium()
    yield running
    running.close()
