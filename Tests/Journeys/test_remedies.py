"""Whoever is stopped reads which rule it is, the law behind it, and what would make the order lawful."""

from datetime import timedelta

import pytest

from journey.page import opened, sign_in
from journey.purchase import today
from journey.purse import newest
from journey.tables import import_csv, table


def found(decision):
    """Violation code → violation."""
    return {violation["code"]: violation for violation in decision["violations"]}


def previewed(purse, shop, quantity, **changes):
    body = purse.body(shop.id, [(shop.item["id"], quantity)], **changes)
    return purse.province.buyer.post("/orders/preview", body).expect(200).json


def replanned(purse, **changes):
    """The purse's package, imported once more with changes."""
    package = purse.package
    row = {
        "rupCode": package["rupCode"],
        "name": package["name"],
        "unitCode": purse.unit_code,
        "year": package["year"],
        "budgetLineCodes": purse.line_code,
        "method": package["method"],
        "ceiling": package["ceiling"],
        "announcedOn": package["announcedOn"],
        "catalogueResult": "not_found",
        "catalogueEvidence": "Tidak ditemukan.",
        "ownEstimate": package["ownEstimate"] or "",
        **changes,
    }
    import_csv(purse.province.administrator, "packages", table(list(row), [row])).expect(200)
    return newest(purse.province.buyer, "/packages", "rupCode", package["rupCode"])


def test_a_refused_order_tells_everything_at_once(purse, shop):
    """50 × Rp 1,110,000 is Rp 5,500,000 above the cap, and late for the year."""
    late = f"{today(purse.province.service).year + 1}-01-05"
    body = purse.body(shop.id, [(shop.item["id"], 50)], deliverBy=late, submit=True)
    refused = purse.province.buyer.post("/orders", body).problem(422, "rules_violated")
    told = found(refused["decision"])
    assert {"ORDER_CAP", "EVIDENCE_FORM"} <= set(told) and not refused["decision"]["allowed"]
    cap = told["ORDER_CAP"]
    assert "Rp5.500.000" in cap["remedy"]["id"] and "Rp5,500,000" in cap["remedy"]["en"]
    assert "Rp55.500.000" in cap["message"]["id"] and "Art. 28(3)" in cap["legal"]
    for violation in told.values():
        assert violation["remedy"]["id"] != violation["remedy"]["en"] and violation["legal"]


def test_the_page_of_the_order_tells_it_in_both_languages(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 50)])
    cookie, _ = sign_in(province.host, province.named("procurement_officer"))
    for language, words in {
        "id": ("Jalan keluar: Kurangi pesanan", "Rp5.500.000", "Aturan ORDER_CAP", "Pasal 28(3)"),
        "en": ("What would make it lawful: Take", "Rp5,500,000", "Rule ORDER_CAP", "Art. 28(3)"),
    }.items():
        page = opened(province.host, f"/orders/{deal.id}", cookie, language=language)
        for word in words:
            assert word in page.text, (language, word)


def test_own_estimate_is_needed_above_the_slip(purse, shop):
    assert "HPS_NEEDED" not in found(previewed(purse, shop, 10))
    replanned(purse, ownEstimate="")
    assert "HPS_NEEDED" not in found(previewed(purse, shop, 9))
    told = previewed(purse, shop, 10)
    assert found(told)["HPS_NEEDED"]["severity"] == "warn" and told["allowed"]


def test_orders_stay_within_the_announced_amount(purse, shop):
    assert "RUP_ANNOUNCED" not in found(previewed(purse, shop, 10))
    replanned(purse, ceiling=11_000_000, ownEstimate=11_000_000)
    told = previewed(purse, shop, 10)
    assert found(told)["RUP_ANNOUNCED"]["severity"] == "warn" and told["allowed"]
    assert "Rp100.000" in found(told)["RUP_ANNOUNCED"]["remedy"]["id"]


def test_a_package_is_announced_before_it_is_assigned(purse, shop):
    province = purse.province
    tomorrow = today(province.service) + timedelta(days=1)
    package = replanned(purse, announcedOn=str(tomorrow))
    assert found(previewed(purse, shop, 1))["RUP_ANNOUNCED"]["severity"] == "warn"
    body = {"commitmentOfficerId": purse.officer.id}
    province.owner.post(f"/packages/{package['id']}/assign", body).problem(409, "rup_not_announced")
    replanned(purse, announcedOn=str(today(province.service)))
    province.owner.post(f"/packages/{package['id']}/assign", body).expect(200)


@pytest.mark.parametrize("percent, told", [(24, True), (25, False), (None, False)])
def test_local_content_comes_first(purse, shop, percent, told):
    item = shop.product(price=1_000_000, localContentPercent=percent)
    body = purse.body(shop.id, [(item["id"], 1)])
    decision = purse.province.buyer.post("/orders/preview", body).expect(200).json
    assert ("PDN_FIRST" in found(decision)) == told
    if told:
        assert found(decision)["PDN_FIRST"]["severity"] == "info"
