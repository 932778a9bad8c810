"""What a person decides the taxes of: luxuries, vendors from abroad, certificates of exemption (domain.md §3.2, row 8)."""

from journey.decide import decide, facts, line, severities
from journey.purse import Purse
from journey.vendor import Shop, hand_in, register


def reasons(decision):
    return [
        one["explanation"]["reasons"][0] for one in decision["violations"] if one["code"] == "REVIEW_REQUIRED"
    ]


def preview(province, shop, product, **changes):
    body = Purse(province).body(shop.id, [(product["id"], 1)], **changes)
    return province.buyer.post("/orders/preview", body).expect(200).json


def test_a_luxury_is_decided_on_by_a_person(province):
    shop = Shop(province)
    plain, dear = shop.product(price=5_000_000), shop.product(price=5_000_000, luxury=True)
    assert (plain["luxury"], dear["luxury"]) == (False, True)
    assert reasons(preview(province, shop, plain)) == []
    decision = preview(province, shop, dear)
    assert reasons(decision) == ["luxury"] and decision["totals"]["vat"] == 600_000
    assert severities(decision)["REVIEW_REQUIRED"] == "hold"
    deal = Purse(province).order(shop, [(dear["id"], 1)], submit=True)
    deal.step("issue", body={}).problem(409, "justification_required")
    deal.to("handed_over")
    assert deal.order["totals"]["vat"] == 600_000, "what was decided on is frozen with the line"
    # A verifier has looked at it as what it was.
    changed = shop.owner.patch(f"/products/{dear['id']}", {"luxury": False}).expect(200).json
    assert changed["state"] == "in_curation"


def test_a_vendor_from_abroad_is_decided_on_by_a_person(province):
    shop = Shop(province, foreign=True)
    assert shop.vendor["foreign"] is True
    decision = preview(province, shop, shop.product(price=5_000_000))
    assert reasons(decision) == ["foreign"] and decision["totals"]["withheld"] == 75_000
    shop.owner.patch(f"/vendors/{shop.id}", {"foreign": False}).problem(409, "wrong_state")


def test_a_certificate_of_exemption_is_decided_on_until_it_ends(province):
    shop = Shop(province)
    item = shop.product(price=5_000_000)
    path = f"/vendors/{shop.id}"
    assert shop.owner.get(path).expect(200).json["withholdingExemption"] is None
    paper = {"number": "SKB-12/2027", "validUntil": "2099-12-31"}
    told = shop.owner.patch(path, {"withholdingExemption": paper}).expect(200).json
    assert told["withholdingExemption"] == paper
    assert reasons(preview(province, shop, item)) == ["skb"]
    shop.owner.patch(path, {"withholdingExemption": {**paper, "validUntil": "2020-01-01"}}).expect(200)
    assert reasons(preview(province, shop, item)) == []
    shop.owner.patch(path, {"withholdingExemption": None}).expect(200)
    wrong = shop.owner.patch(path, {"withholdingExemption": {"number": "1"}})
    assert wrong.errors() == {"/withholdingExemption/validUntil": "required"}


def test_they_are_facts_of_a_decision():
    assert reasons(decide(facts(line(5_000_000)))) == []
    assert reasons(decide(facts(line(5_000_000, luxury=True)))) == ["luxury"]
    vendor = facts(line(5_000_000))["vendor"]
    paper = {"number": "S", "validUntil": "2099-12-31"}
    abroad = decide(facts(line(5_000_000), vendor={**vendor, "foreign": True, "withholdingExemption": paper}))
    assert reasons(abroad) == ["foreign", "skb"]


def test_a_registration_says_it_or_not(province):
    owner, vendor = register(province)
    hand_in(owner, vendor)
    assert vendor["foreign"] is False and vendor["withholdingExemption"] is None
