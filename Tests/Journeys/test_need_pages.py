"""A need from its first line to the draft order, by forms alone."""

import re
from datetime import timedelta
from urllib.parse import urlencode

from journey.page import Page, opened, sign_in
from journey.purchase import today


def send(host, cookie, path, action, **fields):
    """Fills in the form of the page whose action ends so; the answer to it."""
    form = next(
        form for form in opened(host, path, cookie).forms if form["method"] == "post" and form["action"].endswith(action)
    )
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": "text/html",
        "Cookie": cookie,
        "Origin": host.url,
        "Sec-Fetch-Site": "same-origin",
    }
    return host.send("POST", form["action"], urlencode({**form["fields"], **fields}).encode(), headers)


def options(host, cookie, path, words):
    """The value of the option that says these words; the words themselves where a long list is typed in part."""
    text = host.send("GET", path, headers={"Accept": "text/html", "Cookie": cookie}).expect(200).text
    found = re.findall(r'<option value="([^"]+)"[^>]*>([^<]*)', text)
    return next((value for value, said in found if words in said), words)


def test_from_need_to_draft_order(province, purse, shop):
    host = province.host
    officer, _ = sign_in(host, province.named("commitment_officer"))
    assert "/needs/new" in opened(host, "/needs", officer).links
    chosen = options(host, officer, "/needs/new", purse.package["rupCode"])
    made = send(host, officer, "/needs/new", "/needs/new", **{"new.packageLine": chosen, "new.title": "Kertas rapat"})
    path = made.expect(303).headers["location"].split("?")[0]

    empty = send(host, officer, path, "/prepare", **{"prepare.quantity": "banyak"}).expect(422)
    page = Page(empty.text)
    assert "banyak" in empty.text and "#prepare.specification" in page.links and "#prepare.quantity" in page.links
    day = today(province.service) + timedelta(days=7)
    past = send(
        host, officer, path, "/prepare",
        **{"prepare.neededOn": str(day - timedelta(days=30)), "prepare.catalogueCheck.result": ""},
    ).expect(422)
    links = Page(past.text).links
    for name in ("neededOn", "deliverTo.street", "deliverTo.regionCode", "catalogueCheck.result"):
        assert f"#prepare.{name}" in links, (name, links)
    details = {
        "prepare.specification": "HVS 80 gram",
        "prepare.category": shop.item["category"],
        "prepare.quantity": "2",
        "prepare.unitOfMeasure": "rim",
        "prepare.neededOn": str(day),
        "prepare.deliverTo.street": "Jalan Kantor 1",
        "prepare.deliverTo.regionCode": province.facts["code"] + ".71",
        "prepare.ownEstimate": "Rp 2.400.000",
        "prepare.catalogueCheck.result": "not_found",
        "prepare.catalogueCheck.evidence": "Tangkapan layar 7",
    }
    send(host, officer, path, "/prepare", **details).expect(303)
    assert "Rp2.400.000" in opened(host, path, officer).text
    send(host, officer, path, "/dispatch", **{"dispatch.officerId": province.buyer.id}).expect(303)

    buyer, _ = sign_in(host, province.named("procurement_officer"))
    product = options(host, buyer, path, shop.item["name"])
    choice = {"product": product, "lines.0.quantity": "2", "deliverBy": str(day), "paymentMode": "LS"}
    done = send(host, buyer, path, "/choose-direct", **{f"choose-direct.{name}": text for name, text in choice.items()})
    done.expect(303)
    page = opened(host, path, buyer)
    order = next(link for link in page.links if link.startswith("/orders/"))
    assert "2.220.000" in opened(host, order, buyer).text


def test_a_need_that_is_not_ones_own_is_not_there(province, purse):
    need = purse.officer.post(
        "/needs", {"packageId": purse.package["id"], "budgetLineId": purse.line_id, "title": "Milik sendiri"}
    ).expect(201).json
    host = province.host
    other, _ = sign_in(host, province.named("commitment_officer", 1))
    opened(host, f"/needs/{need['id']}", other, status=404)
    vendor, _ = sign_in(host, province.named("vendor_owner"))
    opened(host, f"/needs/{need['id']}", vendor, status=403)
    buyer, _ = sign_in(host, province.named("procurement_officer"))
    opened(host, "/needs/new", buyer, status=403)
    for language in ("id", "en"):
        assert need["title"] in opened(host, f"/needs/{need['id']}", buyer, language=language).text
