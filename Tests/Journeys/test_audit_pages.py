"""The auditor finds anything in the province, reads an order's story with its proofs, and sees concentration."""

import secrets
import time
from datetime import timedelta

from journey.desk import Clerk
from journey.purchase import today
from journey.tables import import_rows
from journey.vendor import PASSWORD, product_body


def auditor(province):
    return Clerk(province.host, province.named("auditor"))


def sealed(province):
    """Every entry of the log, once the last of them are sealed."""
    time.sleep(2)
    entries, cursor = [], None
    while True:
        page = province.auditor.get("/audit/entries", limit=100, cursor=cursor).expect(200).json
        entries += page["items"]
        cursor = page["nextCursor"]
        if cursor is None:
            return entries


def test_a_search_leads_to_everything(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 2)]).to("issued")
    clerk = auditor(province)
    assert "/search" in clerk.see("/desk").links
    for words, link in (
        (deal.order["number"], deal.path),
        (deal.order["ocid"], deal.path),
        (purse.package["rupCode"], f"/packages/{purse.package['id']}"),
        (shop.vendor["nib"], f"/vendors/{shop.id}"),
        (shop.item["name"], f"/products/{shop.item['id']}"),
    ):
        page = clerk.see(f"/search?q={words.replace(' ', '+').replace('/', '%2F')}")
        assert link in page.links, (words, page.links)
    assert "Tidak ada yang ditemukan" in clerk.see("/search?q=zzzqqqxxx").text
    assert "Type two letters" in clerk.see("/search?q=z", language="en").text


def test_an_order_shows_its_proofs(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 2)]).to("issued")
    entries = [entry for entry in sealed(province) if entry["subject"]["id"] == deal.id]
    assert {entry["action"] for entry in entries} >= {"order.create", "order.issue"}
    clerk = auditor(province)
    page = clerk.see(deal.path)
    assert "Bukti di jejak audit" in page.text and "order.issue" in page.text
    assert f"/audit?subject={deal.id}" in page.links
    log = clerk.see(f"/audit?subject={deal.id}", language="en")
    assert "Leaf hash" in log.text and str(entries[-1]["index"]) in log.text.replace(",", "")
    treasurer = Clerk(province.host, province.named("treasurer"))
    assert "Bukti di jejak audit" not in treasurer.see(deal.path).text


def test_a_proposed_acceptance_is_told_as_proposed(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 2)]).to("delivered")
    deal.step("inspect-ok", "technician").expect(200)
    clerk = auditor(province)
    told = clerk.see(f"/audit?subject={deal.id}").text
    assert "Hasil pemeriksaan diusulkan" in told and "BAST ditandatangani" not in told, told
    deal.step("inspect-ok", "officer").expect(200)
    signed = clerk.see(f"/audit?subject={deal.id}").text
    assert "Hasil pemeriksaan diusulkan" in signed and signed != told


def test_concentration_and_budget(province, purse, shop):
    purse.order(shop, [(shop.item["id"], 2)]).to("issued")
    report = province.auditor.get("/reports/vendor-concentration").expect(200).json
    row = next(row for row in report["items"] if row["unitId"] == purse.unit_id)
    assert row["hhi"] == 10_000 and row["vendors"] == 1 and row["gross"] == 2_220_000
    assert row["largest"] == {"vendorId": shop.id, "vendorName": shop.vendor["businessName"], "shareThousandths": 1000}
    table = province.auditor.get("/reports/vendor-concentration", format="csv").expect(200)
    assert table.text.startswith("unitId,") and shop.id in table.text
    for report in ("vendor-concentration", "budget", "spending", "umk-share", "days-to-pay"):
        turned = province.auditor.get(f"/reports/{report}", **{"from": "2027-02-01", "to": "2027-01-31"})
        assert turned.errors() == {"/query/to": "too_small"}, report
        assert "1 Februari 2027" in turned.json["errors"][0]["detail"]
        province.auditor.get(f"/reports/{report}", **{"from": "2027-02-01", "to": "2027-02-01"}).expect(200)
    budget = province.auditor.get("/reports/budget").expect(200).json
    line = next(row for row in budget["items"] if row["unitId"] == purse.unit_id)
    assert (line["ceiling"], line["committed"], line["available"]) == (45_000_000, 2_220_000, 42_780_000)
    shop.owner.get("/reports/budget").expect(403)
    clerk = auditor(province)
    assert "/reports/budget" in clerk.see("/reports").links
    for path in ("/reports/vendor-concentration", "/reports/budget", "/audit", "/search"):
        clerk.html(path)
        for language in ("id", "en"):
            clerk.see(path, language=language)


def test_only_auditors_search_everything(province):
    for role in ("treasurer", "tenant_admin", "verifier"):
        clerk = Clerk(province.host, province.named(role))
        clerk.see("/search", status=403)
        clerk.see("/audit", status=403)


def test_prices_that_were_paid(province, purse, shop):
    """What was paid for a unit with its taxes, against the standard price where the product has one."""
    day = today(province.service)
    code, category = f"SSH-{secrets.token_hex(4)}", shop.like["category"]
    import_rows(
        province.administrator,
        "standard-prices",
        [
            {
                "code": code,
                "name": "Harga uji",
                "category": category,
                "unitOfMeasure": shop.like["unitOfMeasure"],
                "price": 1_110_000,
                "validFrom": str(day - timedelta(days=30)),
            }
        ],
    )
    body = product_body(shop.like, price=1_000_000)
    known = shop.owner.post("/products", body).expect(201).json
    shop.owner.post(f"/products/{known['id']}/submit", {}).expect(200)
    province.verifier.post(f"/products/{known['id']}/list", {"standardPriceCode": code}).expect(200)
    purse.order(shop, [(known["id"], 1)]).to("issued")
    report = province.auditor.get("/reports/paid-prices", subject=code).expect(200).json
    [item] = report["items"]
    assert (item["standardPriceCode"], item["standardPrice"], item["aboveStandard"]) == (code, 1_110_000, 0)
    thing = shop.product(price=1_000_000)
    cheap = purse.order(shop, [(thing["id"], 2)]).to("issued")
    report = province.auditor.get("/reports/paid-prices", subject=thing["id"]).expect(200).json
    [item] = report["items"]
    assert (item["purchases"], item["lowest"], item["highest"]) == (1, 1_110_000, 1_110_000), "VAT is in it"
    assert item["standardPrice"] is None and item["aboveStandard"] == 0
    [bought] = report["purchases"]
    assert (bought["orderId"], bought["unitPrice"], bought["quantity"]) == (cheap.id, 1_110_000, 2)
    assert bought["vendorId"] == shop.id and bought["on"] == str(day)
    every = province.auditor.get("/reports/paid-prices", category=category).expect(200).json
    assert every["purchases"] == [] and {one["category"] for one in every["items"]} == {category}
    assert province.auditor.get("/reports/paid-prices", category="tidak-ada").expect(200).json["items"] == []
    shop.owner.get("/reports/paid-prices").expect(403)
    table = province.auditor.get("/reports/paid-prices", format="csv").expect(200).text
    assert table.startswith("subject,")
    lines = province.auditor.get("/reports/paid-prices", format="csv", subject=thing["id"]).expect(200).text
    assert lines.startswith("orderId,") and cheap.id in lines
    clerk = auditor(province)
    assert "/reports/paid-prices" in clerk.see("/desk").links and "/reports/paid-prices" in clerk.see("/reports").links
    assert any("subject=" in found for found in clerk.see(f"/reports/paid-prices?category={category}").links)
    link = f"/reports/paid-prices?subject={thing['id']}"
    for language, words in (("id", "Harga dari waktu ke waktu"), ("en", "Prices over time")):
        page = clerk.see(link, language=language)
        assert words in page.text and cheap.path in page.links and cheap.order["number"] in page.text
        clerk.see("/reports/paid-prices", language=language)
        file = next(link for link in page.links if link.startswith("/reports/paid-prices.csv?"))
        headers = {"Accept": "text/html", "Cookie": clerk.cookie}
        table = province.host.send("GET", file, headers=headers).expect(200)
        assert table.headers["content-type"].startswith("text/csv") and cheap.id in table.text
    assert "<svg" in clerk.html(link) and "<svg" in clerk.html("/reports/paid-prices")
    vendor = Clerk(province.host, {"email": shop.vendor["email"], "password": PASSWORD})
    vendor.see("/reports/paid-prices", status=403)
