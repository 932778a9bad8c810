"""A procurement officer writes an order by forms alone: products, terms, the decision, then it is submitted."""

import re
from datetime import timedelta

from journey.desk import Clerk
from journey.page import Page
from journey.purchase import today
from journey.vendor import PASSWORD


def terms(province):
    return {
        "order.deliverTo.street": "Jalan Kantor 1",
        "order.deliverTo.regionCode": province.facts["code"] + ".71",
        "order.deliverBy": str(today(province.service) + timedelta(days=5)),
        "order.paymentMode": "LS",
        "order.comparedPrices.0.source": "Pasar Raya",
        "order.comparedPrices.0.unitPrice": "Rp 1.100.000",
        "order.comparedPrices.1.source": "Toko Lain",
        "order.comparedPrices.1.unitPrice": "1150000",
    }


def order_form(text):
    return next(form for form in Page(text).forms if any(name.startswith("order.deliver") for name in form["fields"]))


def shown(clerk, answer):
    """The page on which the form stands again with what was written: it can be loaded anew and is there on the way back."""
    where = answer.expect(303).headers["location"]
    headers = {"Accept": "text/html", "Cookie": clerk.cookie}
    first, again = (clerk.host.send("GET", where, headers=headers).expect(200) for _ in range(2))
    assert order_form(first.text)["fields"].keys() == order_form(again.text)["fields"].keys()
    return again


def buyer(province):
    return Clerk(province.host, province.named("procurement_officer"))


def test_from_package_to_submitted_order(province, purse, shop):
    clerk = buyer(province)
    assert "/orders/new" in clerk.see("/desk").links
    source = f"/orders/new?package={purse.package['id']}"
    second = shop.product(name=f"Map arsip {purse.rup_code}", price=200_000)
    values = {"order.words": second["name"], "order.category": "", "do": "find"}
    found = shown(clerk, clerk.send(source, "/orders/new", values))
    form = order_form(found.text)
    assert f"order.add.{second['id']}" in form["fields"]
    values = {f"order.add.{second['id']}": "3", "order.words": shop.item["name"], "do": "find"}
    added = shown(clerk, clerk.post(form["action"], {**form["fields"], **values}))
    form = order_form(added.text)
    assert form["fields"][f"order.line.{second['id']}"] == "3"
    assert f"order.add.{shop.item['id']}" in form["fields"], "only the same vendor's goods are offered then"

    early = shown(clerk, clerk.post(form["action"], {**form["fields"], "do": "check"}))
    assert "#order.deliverTo.street" in Page(early.text).links
    values = {**form["fields"], f"order.add.{shop.item['id']}": "2", **terms(province)}
    checked = shown(clerk, clerk.post(form["action"], {**values, "do": "check"}))
    long = clerk.post(form["action"], {**values, "order.note": "Rapat. " * 280, "do": "check"}).expect(200)
    assert "Boleh diajukan" in long.text, "what no address can hold is answered where it was sent"
    asked = f"/orders/new?package={purse.package['id']}&do=submit&order.line.{shop.item['id']}=1"
    assert clerk.see(asked) and purse.ledger == (0, 0, 0), "no address submits"
    page = Page(checked.text)
    assert "Boleh diajukan" in page.text and "2.886.000" in page.text and "Rp 1.100.000" in checked.text
    assert purse.ledger == (0, 0, 0), "checking stores nothing"

    form = order_form(checked.text)
    sent = clerk.post(form["action"], {**form["fields"], **terms(province), "do": "submit"}).expect(303)
    again = clerk.post(form["action"], {**form["fields"], **terms(province), "do": "submit"}).expect(303)
    assert again.headers["location"] == sent.headers["location"], "a second press orders nothing twice"
    order = sent.headers["location"].split("?")[0]
    assert "Diajukan ke PPK" in clerk.see(order).text
    assert purse.ledger[0] == 2_886_000
    whole = province.buyer.get(order).expect(200).json
    assert {line["quantity"] for line in whole["lines"]} == {2, 3} and len(whole["comparedPrices"]) == 2


def test_what_rules_refuse_is_told_and_kept(province, purse, shop):
    clerk = buyer(province)
    source = f"/orders/new?package={purse.package['id']}"
    values = {f"order.line.{shop.item['id']}": "60", **terms(province), "do": "submit"}
    refused = clerk.send(source, "/orders/new", values).expect(422)
    page = Page(refused.text)
    assert "ORDER_CAP" in refused.text and "Jalan Kantor 1" in refused.text and "Belum dapat" in page.text
    assert re.search(rf'name="order.line.{shop.item["id"]}"[^>]*value="60"', refused.text)
    assert purse.ledger == (0, 0, 0)


def test_a_draft_is_mended_and_thrown_away(province, purse, shop):
    clerk = buyer(province)
    source = f"/orders/new?package={purse.package['id']}"
    saved = clerk.send(
        source, "/orders/new", {f"order.line.{shop.item['id']}": "4", **terms(province), "do": "save"}
    ).expect(303)
    order = saved.headers["location"].split("?")[0]
    page = clerk.see(order)
    assert f"{order}/edit" in page.links and "4.440.000" in page.text
    kept = {"order.paymentMode": "LS", "order.catalogueCheck.result": "not_found", "do": "save"}
    fields = {**kept, f"order.line.{shop.item['id']}": "5", "order.note": "Antar pagi."}
    looked = {f"order.line.{shop.item['id']}": "7", "order.words": shop.item["name"], "do": "find"}
    again = order_form(shown(clerk, clerk.send(f"{order}/edit", "/edit", looked)).text)
    assert again["fields"][f"order.line.{shop.item['id']}"] == "7"
    assert again["fields"]["_version"] == clerk.form(f"{order}/edit", "/edit")["fields"]["_version"]
    assert clerk.does(f"{order}/edit", "/edit", fields).startswith(order)
    page = clerk.see(order)
    assert "5.550.000" in page.text and "Antar pagi." in page.text
    wrong = clerk.refused(f"{order}/edit", "/edit", {**kept, "order.deliverBy": "besok"})
    assert "#order.deliverBy" in wrong.links
    clerk.does(order, "/discard")
    clerk.see(f"{order}/edit", status=404)


def test_from_a_need_with_several_lines(province, purse, shop):
    need = purse.officer.post(
        "/needs", {"packageId": purse.package["id"], "budgetLineId": purse.line_id, "title": "Alat tulis triwulan"}
    ).expect(201).json
    day = str(today(province.service) + timedelta(days=7))
    body = {
        "specification": "HVS", "category": shop.item["category"], "quantity": 2, "unitOfMeasure": "rim",
        "neededOn": day, "deliverTo": {"street": "Jalan Kebutuhan 9", "regionCode": province.facts["code"] + ".71"},
        "ownEstimate": 2_400_000, "catalogueCheck": {"result": "not_found", "evidence": "Tangkapan layar 7"},
    }
    purse.officer.post(f"/needs/{need['id']}/prepare", body).expect(200)
    purse.officer.post(f"/needs/{need['id']}/dispatch", {"officerId": province.buyer.id}).expect(200)
    clerk = buyer(province)
    link = f"/orders/new?need={need['id']}"
    assert link in clerk.see(f"/needs/{need['id']}").links and link in clerk.see("/orders/new").links
    form = clerk.form(link, "/orders/new")
    assert form["fields"]["order.deliverTo.street"] == "Jalan Kebutuhan 9"
    values = {f"order.line.{shop.item['id']}": "2", "order.paymentMode": "LS", "do": "submit"}
    order = clerk.does(link, "/orders/new", values).split("?")[0]
    assert province.buyer.get(order).expect(200).json["needId"] == need["id"]


def test_only_procurement_officers_write_orders(province, purse):
    for role in ("commitment_officer", "treasurer", "auditor"):
        clerk = Clerk(province.host, province.named(role))
        clerk.see("/orders/new", status=403)
        clerk.see(f"/orders/new?package={purse.package['id']}", status=403)


def test_an_officer_orders_from_the_page_of_a_product(province, purse, shop):
    clerk = Clerk(province.host, province.named("procurement_officer"))
    product = f"/products/{shop.item['id']}"
    link = f"/orders/new?product={shop.item['id']}"
    assert link in clerk.see(product).links and "Order this product" in clerk.see(product, language="en").text
    for reader in (province.named("commitment_officer"), {"email": shop.vendor["email"], "password": PASSWORD}):
        assert link not in Clerk(province.host, reader).see(product).links
    page = clerk.see(link)
    assert shop.item["name"] in page.text and shop.vendor["businessName"] in page.text
    found = clerk.see(f"{link}&q={purse.package['rupCode']}")
    source = f"/orders/new?package={purse.package['id']}&product={shop.item['id']}"
    assert source in found.links
    form = clerk.form(source, "/orders/new")
    assert form["fields"][f"order.line.{shop.item['id']}"] == "1"
    values = {f"order.line.{shop.item['id']}": "2", **terms(province), "do": "save"}
    order = clerk.does(source, "/orders/new", values).split("?")[0]
    [line] = province.buyer.get(order).expect(200).json["lines"]
    assert (line["productId"], line["quantity"]) == (shop.item["id"], 2)
    clerk.see("/orders/new?product=00000000-0000-7000-8000-000000000000", status=404)
    clerk.see("/orders/new?product=x", status=404)


def test_what_is_ordered_from_can_be_searched_and_paged(province, purse, shop):
    clerk = Clerk(province.host, province.named("procurement_officer"))
    one = f"/orders/new?package={purse.package['id']}"
    found = clerk.see(f"/orders/new?q={purse.package['rupCode']}")
    assert [link for link in found.links if "?package=" in link] == [one]
    assert "Tidak ada yang cocok" in clerk.see("/orders/new?q=zzzzqqqq").text
    first = clerk.see("/orders/new?q=paket")
    further = next((link for link in first.links if "&cursor=" in link), None)
    if further:
        second = clerk.see(further)
        assert not {link for link in second.links if "?package=" in link} & set(first.links)
        assert "/orders/new?q=paket" in second.links
