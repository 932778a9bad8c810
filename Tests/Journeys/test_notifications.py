"""What people are told, and that nobody reads another's notices."""

import uuid
from urllib.parse import urlencode

from journey.client import everything
from journey.page import opened, sign_in


def unread(person):
    return everything(person, "/notifications", unread="true")


def about(person, order):
    return [item["kind"] for item in unread(person) if item["subject"] == {"type": "order", "id": order.id}]


def test_each_step_tells_who_has_to_act(province, purse, shop):
    order = purse.order(shop, [(shop.item["id"], 1)])
    assert about(purse.officer, order) == []
    order.step("submit").expect(200)
    assert about(purse.officer, order) == ["order_submitted"]
    order.step("issue").expect(200)
    assert about(shop.owner, order) == ["order_issued"]
    order.step("accept").expect(200)
    assert "order_accepted" in about(purse.officer, order)
    order.to("invoiced")
    assert about(province.treasurer, order) == ["order_invoiced"]
    order.to("paid")
    assert set(about(shop.owner, order)) == {"order_issued", "order_handed_over", "order_paid"}


def test_the_budget_owner_is_told_of_a_large_order(province, purse, shop):
    price = shop.item["price"]
    small = purse.order(shop, [(shop.item["id"], 1)])
    small.step("submit").expect(200)
    assert about(province.owner, small) == []
    large = purse.order(shop, [(shop.item["id"], 25_000_000 // price + 1)])
    large.step("submit").expect(200)
    told = [item for item in unread(province.owner) if item["subject"]["id"] == large.id]
    assert [item["kind"] for item in told] == ["order_above_step"]
    assert "diajukan ke PPK" in told[0]["text"]


def test_a_notice_is_read_once_and_by_its_reader_only(province, purse, shop):
    order = purse.order(shop, [(shop.item["id"], 1)])
    order.step("submit").expect(200)
    notice = next(item for item in unread(purse.officer) if item["subject"]["id"] == order.id)
    path = f"/notifications/{notice['id']}/read"
    shop.owner.post(path).expect(404)
    purse.officer.post(f"/notifications/{uuid.uuid4()}/read").expect(404)
    first = purse.officer.post(path).expect(200).json
    assert first["readAt"] and about(purse.officer, order) == []
    assert purse.officer.post(path).expect(200).json == first
    province.host.get("/notifications").expect(401)


def test_all_notices_are_marked_at_once(province, purse, shop):
    for _ in range(2):
        purse.order(shop, [(shop.item["id"], 1)]).step("submit").expect(200)
    cookie, _ = sign_in(province.host, province.named("commitment_officer"))
    form = next(form for form in opened(province.host, "/notifications", cookie).forms if form["action"] == "/notifications/read")
    later = purse.order(shop, [(shop.item["id"], 1)])
    later.step("submit").expect(200)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie, "Origin": province.host.url,
        "Sec-Fetch-Site": "same-origin",
    }
    province.host.send("POST", form["action"], urlencode(form["fields"]).encode(), headers).expect(303)
    assert [item["subject"]["id"] for item in unread(purse.officer)] == [later.id], "what came after was not seen"
    told = purse.officer.post("/notifications/read", {"until": unread(purse.officer)[0]["at"]}).expect(200).json
    assert told == {"read": 1} and unread(purse.officer) == []
    assert purse.officer.post("/notifications/read", {}).errors() == {"/until": "required"}


def test_a_notice_speaks_both_languages(province, purse, shop):
    order = purse.order(shop, [(shop.item["id"], 1)])
    order.step("submit").expect(200)
    texts = {
        language: next(
            item["text"]
            for item in purse.officer.get("/notifications", headers={"Accept-Language": language}, limit=100)
            .expect(200)
            .json["items"]
            if item["subject"]["id"] == order.id
        )
        for language in ("id", "en")
    }
    assert "menunggu persetujuan Anda" in texts["id"] and "waits for your approval" in texts["en"]


def test_the_page_leads_to_what_waits(province, purse, shop):
    order = purse.order(shop, [(shop.item["id"], 1)], submit=True)
    cookie, _ = sign_in(province.host, province.named("commitment_officer"))
    page = opened(province.host, "/notifications", cookie)
    assert f"/orders/{order.id}" in page.links and "/notifications" in page.links
    form = next(form for form in page.forms if form["action"].endswith("/read"))
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": cookie,
        "Origin": province.host.url,
        "Sec-Fetch-Site": "same-origin",
    }
    province.host.send("POST", form["action"], urlencode(form["fields"]).encode(), headers).expect(303)
    read = [form["action"] for form in opened(province.host, "/notifications", cookie).forms]
    assert form["action"] not in read
