"""Who is reminded while an order waits, by a clock that the test moves; nothing is ever signed by itself."""

import re
from datetime import timedelta

import pytest

from journey.province import Province
from journey.purchase import REASON, today
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


def until(person, deal, kind):
    """The last day that a notice of an order names."""
    items = person.get("/notifications", limit=100).expect(200).json["items"]
    found = next(item for item in items if item["kind"] == kind and item["subject"]["id"] == deal.id)
    return re.search(r"\d+ \w+ 2027", found["text"])


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
    assert "inspection_overdue" in told(province.owner, deal), "nobody signed in time"
    assert "inspection_overdue" in told(deal.who("officer"), deal)
    advance(province, 20)
    assert told(province.auditor, deal) == ["deemed_review"]
    assert deal.seen_by("auditor")["state"] == "delivered", "nothing is signed by itself"
    deal.to("handed_over")
    advance(province, 20)
    assert "invoice_reminder" in told(deal.who("vendor"), deal)


def test_refused_goods_have_to_come_again_in_time(province, deal):
    deal.to("delivered").step("inspect-reject", "officer", {"reason": "Basah."}).expect(200)
    assert [timer["kind"] for timer in deal.order["timers"]] == ["replace"]
    assert "replacement_overdue" not in told(deal.who("vendor"), deal)
    advance(province, 7)
    assert "replacement_overdue" in told(deal.who("vendor"), deal)
    assert "replacement_overdue" in told(deal.who("officer"), deal)
    deal.step("arrive", "vendor", {**deal.body("arrive")}).expect(200)
    assert [timer["kind"] for timer in deal.order["timers"]] == ["inspect"]


def test_what_leaves_the_straight_way_is_told_to_those_who_answer_it(province, deal):
    vendor, officer, owner = deal.to("in_fulfilment").who("vendor"), deal.who("officer"), province.owner
    later = str(today(province.service) + timedelta(days=6))
    deal.step("amend", "officer", {**REASON, "deliverBy": later}).expect(200)
    assert "amendment_proposed" in told(vendor, deal) and until(vendor, deal, "amendment_proposed")
    deal.step("answer-amendment", "vendor", {"accept": False, **REASON}).expect(200)
    assert "amendment_answered" in told(officer, deal)
    deal.step("open-dispute", "vendor", REASON).expect(200)
    assert "dispute_opened" in told(officer, deal) and "dispute_opened" in told(owner, deal)
    assert "dispute_opened" not in told(vendor, deal)
    deal.step("answer-dispute", "officer", {"text": "Sesuai contoh."}).expect(200)
    assert "dispute_answered" in told(vendor, deal) and "dispute_answered" in told(owner, deal)
    deal.step("close-dispute", "owner", {"outcome": "pay", "text": "Lanjutkan."}).expect(200)
    assert "dispute_closed" in told(vendor, deal) and "dispute_closed" in told(officer, deal)
    deal.step("hold", "owner", REASON).expect(200)
    deal.step("release", "owner", {}).expect(200)
    assert {"order_held", "order_released"} <= set(told(vendor, deal))
    deal.step("terminate", "officer", REASON).expect(200)
    assert "breach_noticed" in told(vendor, deal) and until(vendor, deal, "breach_noticed")
    assert "order_terminated" not in told(vendor, deal)


def test_a_dispute_that_nobody_answers_goes_to_mediation(province, deal):
    deal.to("in_fulfilment").step("open-dispute", "officer", REASON).expect(200)
    advance(province, 7)
    assert "dispute_unanswered" in told(deal.who("vendor"), deal) and "dispute_unanswered" in told(province.owner, deal)
    assert "dispute_undecided" not in told(province.owner, deal)
    deal.step("answer-dispute", "vendor", {"text": "Terlambat, tetapi sesuai contoh."}).expect(200)
    advance(province, 12)
    assert "dispute_undecided" in told(province.owner, deal) and "dispute_undecided" in told(province.auditor, deal)
    deal.step("close-dispute", "owner", {"outcome": "pay", "text": "Lanjutkan."}).expect(200)


def test_cancelling_needs_the_other_side_to_hear_of_it(province, deal):
    deal.to("accepted").step("cancel-mutual", "vendor", REASON).expect(200)
    assert "cancellation_proposed" in told(deal.who("officer"), deal)
    deal.step("cancel-mutual", "officer", REASON).expect(200)
    assert "order_cancelled" in told(deal.who("vendor"), deal)
