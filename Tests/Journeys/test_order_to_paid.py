"""One order from draft to closed, with its money, its ledger, its history and its rights at every step."""

import re

import pytest

from journey.purchase import REASON, WAY
from journey.purse import Purse
from journey.vendor import Shop

# 3 × Rp 1,000,000 of goods from a VAT-registered company, worked out by hand from domain.md §3.3.
TOTALS = {
    "priceExVat": 3_000_000,
    "vatBase": 2_750_000,
    "vat": 330_000,
    "vatCollected": 330_000,
    "gross": 3_330_000,
    "withheld": 45_000,
    "netToVendor": 2_955_000,
}
ORDER = {
    "id",
    "number",
    "state",
    "lines",
    "totals",
    "decision",
    "timers",
    "history",
    "documents",
    "allowedTransitions",
    "overlays",
    "packageId",
    "needId",
    "unitId",
    "vendorId",
    "vendorName",
    "budgetLineId",
    "deliverTo",
    "deliverBy",
    "paymentMode",
    "note",
    "ocid",
    "createdAt",
    "version",
}
LINE = {
    "id",
    "productId",
    "name",
    "unitOfMeasure",
    "unitPrice",
    "priceIncludesVat",
    "taxClass",
    "quantity",
    "accepted",
    "priceExVat",
    "vatBase",
    "vat",
    "gross",
}
GROSS = TOTALS["gross"]
# (reserved, committed, realised) of the budget line after each transition (domain.md §7.5).
LEDGER = {"submit": (GROSS, 0, 0), "confirm-paid": (0, 0, GROSS), "close": (0, 0, GROSS)}
TIMERS = {"issue": "accept", "arrive": "inspect", "inspect-ok": "invoice", "invoice": "pay"}


def test_from_draft_to_closed(purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 3)], note="Kertas kantor")
    assert deal.state == "draft" and deal.order["number"] is None and purse.ledger == (0, 0, 0)
    assert ORDER <= set(deal.order) and LINE <= set(deal.order["lines"][0])
    assert deal.order["totals"] == TOTALS == deal.order["decision"]["totals"]
    for transition, actor, end in WAY:
        assert transition in deal.seen_by(actor)["allowedTransitions"], f"{actor} is not offered {transition}"
        before = deal.order["version"]
        deal.step(transition).expect(200)
        assert deal.state == end and deal.order["version"] != before
        assert deal.order["totals"] == TOTALS
        assert purse.ledger == LEDGER.get(transition, (0, GROSS, 0)), transition
        if transition in TIMERS:
            assert TIMERS[transition] in {timer["kind"] for timer in deal.order["timers"]}, deal.order[
                "timers"
            ]
    check_history(deal)


def check_history(deal):
    """Every step once, in order, with person, role and both states."""
    history = deal.seen_by("auditor")["history"]
    assert [entry["transition"] for entry in history] == ["create"] + [step for step, _, _ in WAY]
    assert [entry["to"] for entry in history] == ["draft"] + [end for _, _, end in WAY]
    assert [entry["from"] for entry in history[1:]] == ["draft"] + [end for _, _, end in WAY[:-1]]
    assert [entry["at"] for entry in history] == sorted(entry["at"] for entry in history)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", entry["at"]) for entry in history)
    roles = {entry["transition"]: entry["role"] for entry in history}
    assert roles["create"] == "procurement_officer" and roles["issue"] == "commitment_officer"
    assert roles["accept"] == "vendor_owner" and roles["confirm-paid"] == "treasurer"
    assert history[-1]["reason"] == REASON["reason"]


def test_number_comes_with_issue(purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 1)], submit=True)
    assert deal.state == "submitted" and deal.order["number"] is None
    deal.to("issued")
    assert deal.order["number"] and str(deal.order["createdAt"])[:4] in deal.order["number"]


def test_catering_pays_no_vat_but_income_tax(province, purse):
    cook = Shop(province, "catering", legalForm="individual", vatRegistered=False)
    meal = cook.product(price=45_000)
    deal = purse.order(cook, [(meal["id"], 100)])
    assert deal.order["totals"] == {
        "priceExVat": 4_500_000,
        "vatBase": 0,
        "vat": 0,
        "vatCollected": 0,
        "gross": 4_500_000,
        "withheld": 112_500,
        "netToVendor": 4_387_500,
    }  # row 3: an individual's PPh 21, 50 % × 5 %
    deal.to("paid")
    assert purse.ledger == (0, 0, 4_500_000)


@pytest.mark.parametrize(
    "allowed", ["auditor", "buyer", "officer", "owner", "checker", "treasurer", "keeper", "technician"]
)
def test_parties_see_the_order(purse, shop, allowed):
    deal = purse.order(shop, [(shop.item["id"], 1)], submit=True)
    seen = deal.seen_by(allowed)
    assert seen["id"] == deal.id
    assert ("issue" in seen["allowedTransitions"]) == (allowed == "officer")


def test_vendor_sees_it_from_issue_on(purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 1)], submit=True)
    shop.owner.get(deal.path).problem(404, "not_found")
    assert deal.id not in {item["id"] for item in shop.owner.get("/orders").expect(200).json["items"]}
    deal.to("issued")
    assert shop.owner.get(deal.path).expect(200).json["state"] == "issued"
    assert deal.id in {item["id"] for item in shop.owner.get("/orders").expect(200).json["items"]}


def test_preview_stores_nothing(purse, shop):
    body = purse.body(shop.id, [(shop.item["id"], 3)])
    decision = purse.province.buyer.post("/orders/preview", body).expect(200).json
    assert decision["allowed"] is True and decision["totals"] == TOTALS
    assert decision["evidenceForm"] == "purchase_slip" and decision["rulesVersion"]
    listed = purse.province.buyer.get("/orders", unitId=purse.unit_id).expect(200).json
    assert listed == {"items": [], "nextCursor": None}


def test_patch_and_discard_of_a_draft(purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 3)], note="Lama")
    buyer = purse.province.buyer
    body = {"lines": [{"productId": shop.item["id"], "quantity": 2}], "note": None}
    patched = buyer.patch(deal.path, body).expect(200).json
    assert patched["totals"]["priceExVat"] == 2_000_000 and patched["note"] is None
    assert buyer.post(f"{deal.path}/discard", {}).expect(200).json["state"] == "cancelled"
    ids = {item["id"] for item in buyer.get("/orders", unitId=purse.unit_id).expect(200).json["items"]}
    assert deal.id not in ids
    kept = buyer.get("/orders", unitId=purse.unit_id, state="cancelled").expect(200).json["items"]
    assert deal.id in {item["id"] for item in kept}


def test_above_the_cap_is_stored_as_draft_but_not_submitted(province, shop):
    purse = Purse(province, ceiling=100_000_000)
    dear = shop.product(price=45_045_046)
    deal = purse.order(shop, [(dear["id"], 1)])
    assert deal.order["totals"]["gross"] == 50_000_001 and deal.order["decision"]["allowed"] is False
    refused = deal.step("submit").problem(422, "rules_violated")
    assert "ORDER_CAP" in {violation["code"] for violation in refused["decision"]["violations"]}
    buyer = province.buyer
    buyer.post("/orders", purse.body(shop.id, [(dear["id"], 1)], submit=True)).problem(422, "rules_violated")
    assert len(buyer.get("/orders", unitId=purse.unit_id).expect(200).json["items"]) == 1
    last = shop.product(price=45_045_045)
    allowed = buyer.post("/orders/preview", purse.body(shop.id, [(last["id"], 1)])).expect(200).json
    assert allowed["totals"]["gross"] == 50_000_000
    assert "ORDER_CAP" not in {violation["code"] for violation in allowed["violations"]}


def test_a_hold_needs_a_justification_at_issue(province, shop):
    """Above `direct.max` and without compared prices DIRECT_MAX holds the order (api.md §5)."""
    purse = Purse(province, ceiling=100_000_000)
    rich = shop.product(price=11_000_000)
    deal = purse.order(shop, [(rich["id"], 1)], comparedPrices=None)
    codes = {violation["code"]: violation["severity"] for violation in deal.order["decision"]["violations"]}
    assert codes.get("DIRECT_MAX") == "hold", codes
    deal.to("submitted")
    deal.step("issue", body={}).problem(409, "justification_required")
    assert purse.ledger == (deal.order["totals"]["gross"], 0, 0)
    deal.step("issue", body={"justification": "Harga telah dibandingkan di pasar."}).expect(200)
