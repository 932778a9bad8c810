"""From a request for offers to the order of the selected one, and what happens when its vendor does not take it."""

import hashlib
from datetime import timedelta

import pytest

from journey.client import everything
from journey.province import Province
from journey.purchase import REASON, Purchase, today
from journey.purse import Purse
from journey.tender import QUANTITY, Tender, advance, three_shops


@pytest.fixture(scope="module")
def province(clocked):
    return Province(clocked, "gorontalo")


@pytest.fixture(scope="module")
def shops(province):
    return three_shops(province)


@pytest.fixture
def tender(province, shops):
    province.wake()
    return Tender(province, Purse(province), shops[0].like)


def described(text="Kertas HVS 80 gram, satu dus isi lima rim."):
    return {"productId": None, "item": {"name": "Kertas satu dus", "description": text}}


def transitions(need):
    return [event["transition"] for event in need["history"]]


def opened(tender, shops, prices=(1_000_000, 900_000, 950_000)):
    tender.publish()
    for shop, price in zip(shops, prices):
        tender.offer(shop, price).expect(201)
    need = tender.close()
    assert need["state"] == "rfo_evaluating", need["history"]
    return tender.offers()


def test_whole_way(province, shops, tender):
    first, second, third = shops
    need = tender.publish(note="Harap cantumkan merek.")
    assert need["state"] == "rfo_open" and [timer["kind"] for timer in need["timers"]] == ["offers"]
    asked = [
        item
        for item in first.owner.get("/requests-for-offers", open="true").expect(200).json["items"]
        if item["needId"] == need["id"]
    ]
    assert len(asked) == 1 and asked[0]["quantity"] == QUANTITY and asked[0]["note"] == "Harap cantumkan merek."
    assert "ownEstimate" not in asked[0] and "15000000" not in str(asked[0])

    old = tender.offer(first, 1_000_000).expect(201).json
    assert old["state"] == "submitted" and old["unitPrice"] is None and old["content"] is None
    tender.offer(first, 990_000).problem(409, "already_offered")
    first.owner.post(f"/offers/{old['id']}/withdraw", {}).expect(200)
    mine = tender.offer(first, 980_000).expect(201).json
    cheap = tender.offer(second, 900_000, **described()).expect(201).json
    tender.offer(third, 950_000).expect(201)
    assert tender.offers() == [] and tender.offers(province.auditor) == []
    assert [offer["id"] for offer in tender.offers(first.owner)] == [mine["id"], old["id"]]
    province.buyer.post(f"/offers/{mine['id']}/select", {}).problem(404, "not_found")
    second.owner.post(f"/offers/{mine['id']}/withdraw", {}).problem(404, "not_found")

    need = tender.close()
    assert need["state"] == "rfo_evaluating" and transitions(need)[-1] == "close"
    tender.offer(first, 970_000).problem(409, "wrong_state")
    offers = tender.offers()
    assert [offer["rank"] for offer in offers] == [1, 2, 3] and all(offer["eligible"] for offer in offers)
    assert [offer["unitPrice"] for offer in offers] == [900_000, 950_000, 980_000]
    assert offers[0]["id"] == cheap["id"] and offers[0]["item"]["name"] == "Kertas satu dus"
    for offer in offers:
        assert hashlib.sha256(offer["content"].encode()).hexdigest() == offer["sha256"]
    assert tender.offers(first.owner)[0]["sha256"] == mine["sha256"]
    assert len(tender.offers(first.owner)) == 2, "rivals stay unseen"

    buyer = province.buyer
    path = f"/offers/{cheap['id']}"
    assert buyer.post(f"{path}/counter", {"unitPrice": 900_000, "note": "?"}).errors() == {"/unitPrice": "too_large"}
    buyer.post(f"{path}/counter", {"unitPrice": 850_000, "note": "Volume besar."}).expect(200)
    buyer.post(f"{path}/counter", {"note": "Lagi."}).problem(409, "round_open")
    dearer = {"accept": False, "unitPrice": 910_000}
    assert second.owner.post(f"{path}/answer-counter", dearer).errors() == {"/unitPrice": "too_large"}
    answered = second.owner.post(f"{path}/answer-counter", {"accept": True}).expect(200).json
    assert answered["unitPrice"] == 850_000 and answered["state"] == "clarified"
    second.owner.post(f"{path}/answer-counter", {"accept": True}).problem(409, "no_round_open")

    refused = buyer.post(f"/offers/{offers[1]['id']}/select", {}).problem(422, "rules_violated")
    held = {violation["code"]: violation for violation in refused["decision"]["violations"]}
    assert held["RFO_LOWEST"]["severity"] == "block" and held["RFO_LOWEST"]["legal"]
    need = buyer.post(f"{path}/select", {}).expect(200).json
    assert need["state"] == "ordered" and transitions(need)[-1] == "select"
    order = buyer.get(f"/orders/{need['orderId']}").expect(200).json
    (line,) = order["lines"]
    assert (line["unitPrice"], line["quantity"], line["name"]) == (850_000, QUANTITY, "Kertas satu dus")
    assert "DIRECT_MAX" not in str(order["decision"]), "offers were compared"
    assert buyer.patch(f"/orders/{order['id']}", {"lines": [{"productId": line["productId"], "quantity": 1}]}).status == 409
    assert buyer.patch(f"/orders/{order['id']}", {"note": "Segera."}).expect(200).json["lines"][0]["unitPrice"] == 850_000

    deal = Purchase(tender.purse, second, order).to("issued")
    deal.step("decline", "vendor", REASON).expect(200)
    assert transitions(tender.read())[-1] == "next"
    moved = province.officer.post(f"/orders/{order['id']}/reissue", {}).expect(200).json
    assert moved["state"] == "issued" and moved["vendorId"] == third.id
    assert [line["unitPrice"] for line in moved["lines"]] == [950_000]
    past = second.owner.get(f"/orders/{order['id']}").expect(200).json
    assert past["state"] == "declined" and past["vendorId"] == second.id and past["allowedTransitions"] == []
    assert [line["unitPrice"] for line in past["lines"]] == [850_000], "what it had, and nothing of what came after"
    assert past["history"][-1]["transition"] == "decline"
    assert order["id"] in [one["id"] for one in everything(second.owner, "/orders", state="declined")]
    first.owner.get(f"/orders/{order['id']}").problem(404, "not_found")
    states = {offer["vendorId"]: offer["state"] for offer in tender.offers()}
    assert states == {first.id: "not_selected", second.id: "not_selected", third.id: "selected"}
    Purchase(tender.purse, third, moved).to("paid")
    checked = province.service.command("audit", "verify", "--tenant", province.slug)
    assert checked.returncode == 0, (checked.stdout + checked.stderr).decode()


def test_fewer_offers_are_noted(province, shops, tender):
    tender.publish()
    offer = tender.offer(shops[0], 1_000_000).expect(201).json
    tender.close()
    path = f"/offers/{offer['id']}/select"
    refused = province.buyer.post(path, {}).problem(422, "rules_violated")
    assert "RFO_MIN_OFFERS" in [violation["code"] for violation in refused["decision"]["violations"]]
    note = {"note": "Hanya satu penyedia yang menawar."}
    need = province.buyer.post(path, note).expect(200).json
    assert need["state"] == "ordered"
    raised = {
        flag["code"] for flag in province.auditor.get("/flags", limit=100).expect(200).json["items"]
        if flag.get("needId") == need["id"]
    }
    assert "R018" in raised, raised


def test_nobody_offers(province, shops, tender):
    tender.publish()
    need = tender.close()
    assert need["state"] == "with_officer" and transitions(need)[-2:] == ["close", "fail"]
    again = tender.publish()
    assert again["state"] == "rfo_open", "vendors may be asked again"
    tender.step(tender.purse.officer, "cancel", REASON).expect(200)
    tender.offer(shops[0], 1_000_000).problem(409, "wrong_state")


def test_order_that_comes_to_nothing_lets_select_anew(province, shops, tender):
    offers = opened(tender, shops)
    need = province.buyer.post(f"/offers/{offers[0]['id']}/select", {}).expect(200).json
    deal = Purchase(tender.purse, shops[1], province.buyer.get(f"/orders/{need['orderId']}").expect(200).json)
    deal.to("submitted").step("reject", body=REASON).expect(200)
    assert tender.read()["state"] == "rfo_evaluating"
    tender.step(province.buyer, "fail", REASON).problem(409, "offers_eligible")
    reason = {"reason": "Barang yang dipilih lebih tahan lama."}
    assert province.buyer.post(f"/offers/{offers[1]['id']}/select", reason).expect(200).json["state"] == "ordered"


def test_expired_order_goes_to_the_next(province, shops, tender):
    offers = opened(tender, shops)
    need = province.buyer.post(f"/offers/{offers[0]['id']}/select", {}).expect(200).json
    deal = Purchase(tender.purse, shops[1], province.buyer.get(f"/orders/{need['orderId']}").expect(200).json)
    deal.to("issued")
    advance(province, 4 * 86_400)
    assert province.auditor.get(f"/orders/{deal.id}").expect(200).json["state"] == "expired"
    assert transitions(tender.read())[-1] == "next"
    moved = province.officer.post(f"/orders/{deal.id}/reissue", {}).expect(200).json
    assert (moved["state"], moved["vendorId"]) == ("issued", shops[2].id)


def test_officer_selects_anew_when_the_vendor_declines(province, shops, tender):
    offers = opened(tender, shops)
    need = province.buyer.post(f"/offers/{offers[0]['id']}/select", {}).expect(200).json
    deal = Purchase(tender.purse, shops[1], province.buyer.get(f"/orders/{need['orderId']}").expect(200).json)
    deal.to("issued").step("decline", "vendor", REASON).expect(200)
    tender.step(province.buyer, "reopen", {}).problem(409, "wrong_state")
    again = tender.step(province.buyer, "reevaluate", {}).expect(200).json
    assert again["state"] == "rfo_evaluating" and again["orderId"] is None
    deal.step("reissue", "officer", {}).problem(409, "need_went_on")
    province.buyer.post(f"/offers/{offers[0]['id']}/select", {}).problem(409, "passed_over")
    few = {"note": "Dua penawaran sah tersisa."}
    taken = province.buyer.post(f"/offers/{offers[1]['id']}/select", few).expect(200).json
    assert taken["state"] == "ordered" and taken["orderId"] != deal.id


def test_rounds_end(province, shops, tender):
    offers = opened(tender, shops)
    path = f"/offers/{offers[0]['id']}"
    for _ in range(3):
        province.buyer.post(f"{path}/counter", {"note": "Mohon harga terbaik."}).expect(200)
        shops[1].owner.post(f"{path}/answer-counter", {"accept": False}).expect(200)
    province.buyer.post(f"{path}/counter", {"note": "Sekali lagi."}).problem(409, "rounds_exhausted")
    path = f"/offers/{offers[1]['id']}"
    province.buyer.post(f"{path}/counter", {"note": "Mohon dijawab."}).expect(200)
    advance(province, 3 * 86_400)
    late = shops[2].owner.post(f"{path}/answer-counter", {"accept": True})
    assert late.status == 409, "the time to answer is over"


def test_only_who_serves_the_region_is_asked(province, shops, tender):
    path, region = f"/vendors/{shops[1].id}", province.facts["code"] + ".98"
    shops[1].owner.patch(path, {"serviceRegions": [region]}).expect(200)
    tender.publish(audience={"regionCodes": [region + ".01"]})
    tender.offer(shops[0], 1_000_000).problem(404, "not_found")
    tender.offer(shops[1], 1_000_000).expect(201)
    shops[1].owner.patch(path, {"serviceRegions": []}).expect(200)


def test_requests_and_offers_are_checked(province, shops, tender):
    publish = lambda body: tender.step(province.buyer, "publish-rfo", body)  # noqa: E731
    soon = tender.now.isoformat().replace("+00:00", "Z")
    assert publish({"deadline": soon}).errors() == {"/deadline": "too_small"}
    assert publish({"audience": {"regionCodes": ["99.01"]}}).errors() == {"/audience": "not_found"}
    other = province.person("procurement_officer", 1)
    tender.step(other, "publish-rfo", {}).problem(404, "not_found")
    tender.step(tender.purse.officer, "publish-rfo", {}).problem(403, "forbidden")
    tender.offer(shops[0], 1_000_000).problem(404, "not_found")
    tender.publish()
    assert tender.offer(shops[0], 1_000_000, productId=shops[1].item["id"]).errors() == {"/productId": "not_found"}
    assert tender.offer(shops[0], 0).errors() == {"/unitPrice": "too_small"}
    assert tender.offer(shops[0], 1_000_000, deliveryDays=None).errors() == {"/deliverBy": "required"}
    both = {"deliveryDays": 3, "deliverBy": str(today(province.service) + timedelta(days=3))}
    assert tender.offer(shops[0], 1_000_000, **both).errors() == {"/deliverBy": "not_one_of"}
    province.buyer.post(f"{tender.path}/offers", {}).problem(403, "forbidden")
    key = "k" * 20
    body = {"unitPrice": 1_000_000, "priceIncludesVat": True, "deliveryDays": 3, "productId": shops[0].item["id"]}
    once = shops[0].owner.post(f"{tender.path}/offers", body, key=key).expect(201)
    again = shops[0].owner.post(f"{tender.path}/offers", body, key=key).expect(201)
    assert again.body == once.body and again.headers["idempotency-replayed"] == "true"
    dearer = shops[0].owner.post(f"{tender.path}/offers", {**body, "unitPrice": 2_000_000}, key=key)
    dearer.problem(422, "idempotency_mismatch")


def test_officer_who_waits_is_reminded(province, tender):
    advance(province, 6 * 86_400)
    assert transitions(tender.read())[-1] == "remind"


def test_estimate_above_the_standard_price(province, shops):
    purse = Purse(province)
    tender = Tender(province, purse, shops[0].like)
    prices = province.buyer.get("/standard-prices", limit=100).expect(200).json["items"]
    standard = next(price for price in prices if price["category"] == shops[0].like["category"])
    need = purse.officer.post(
        "/needs", {"packageId": purse.package["id"], "budgetLineId": purse.line_id, "title": standard["name"]}
    ).expect(201).json

    def prepare(estimate, **changes):
        body = tender.body(quantity=2, ownEstimate=estimate, **changes)
        return purse.officer.post(f"/needs/{need['id']}/prepare", body)

    above = prepare(2 * standard["price"] + 1).problem(422, "invalid")
    assert above["errors"][0]["code"] == "SSH" and "Perpres 33/2020" in above["errors"][0]["detail"]
    kept = prepare(2 * standard["price"]).expect(200).json["standardPrice"]
    assert kept == {"code": standard["code"], "price": standard["price"], "exceeded": False}
    assert prepare(1, standardPriceCode="tidak ada").errors() == {"/standardPriceCode": "not_found"}
