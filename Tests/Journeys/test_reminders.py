"""Who is reminded while an order waits, by a clock that the test moves; nothing is ever signed by itself."""

import pytest

from journey.province import Province
from journey.purse import Purse
from journey.vendor import Shop

DAY = 86_400


@pytest.fixture(scope="module")
def province(clocked):
    return Province(clocked, "gorontalo")


@pytest.fixture(scope="module")
def shop(province):
    made = Shop(province)
    made.item = made.product(price=1_000_000)
    return made


@pytest.fixture
def deal(province, shop):
    province.wake()
    return Purse(province).order(shop, [(shop.item["id"], 1)])


def advance(province, days):
    province.service.administrator().post("/clock", {"advanceSeconds": int(days * DAY)}).expect(200)
    province.wake()


def told(person, deal):
    items = person.get("/notifications", limit=100).expect(200).json["items"]
    return [item["kind"] for item in items if item["subject"]["id"] == deal.id]


def test_a_submission_is_reminded_then_escalated(province, deal):
    deal.to("submitted")
    assert told(province.owner, deal) == []
    advance(province, 12)
    assert "approval_reminder" in told(deal.who("officer"), deal)
    assert told(province.owner, deal) == ["approval_escalated"]
    advance(province, 12)
    assert told(province.owner, deal) == ["approval_escalated"], "told once"


def test_the_vendor_is_reminded_at_half_and_at_four_fifths(province, deal):
    deal.to("issued")
    advance(province, 1)
    assert "acceptance_reminder" not in told(deal.who("vendor"), deal)
    advance(province, 0.6)
    assert told(deal.who("vendor"), deal).count("acceptance_reminder") == 1
    advance(province, 0.9)
    assert told(deal.who("vendor"), deal).count("acceptance_reminder") == 2
    deal.to("accepted")


def test_an_inspection_that_nobody_signs_is_the_auditors_case(province, deal):
    deal.to("delivered")
    advance(province, 8)
    assert told(province.auditor, deal) == []
    advance(province, 20)
    assert told(province.auditor, deal) == ["deemed_review"]
    assert deal.seen_by("auditor")["state"] == "delivered", "nothing is signed by itself"
    deal.to("handed_over")
    advance(province, 20)
    assert "invoice_reminder" in told(deal.who("vendor"), deal)
