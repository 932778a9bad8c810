"""The first order of a vendor by pages: accepted, delivered with photos, billed; and what will be paid when."""

import pytest

from journey.page import sign_in
from journey.papers import JPEG, pdf
from journey.purchase import today
from journey.vendor import PASSWORD, Shop
from journey.visitor import Visitor


@pytest.fixture
def desk(province, purse):
    """(visitor, purchase): a vendor's browser and an order that was issued to it."""
    shop = Shop(province, vatRegistered=False)
    item = shop.product(price=150_000)
    cookie, start = sign_in(province.host, {"email": shop.vendor["email"], "password": PASSWORD})
    assert start == "/desk"
    return Visitor(province.host, cookie=cookie), purse.order(shop, [(item["id"], 2)]).to("issued")


def test_accept_deliver_with_photos_and_bill(province, desk):
    visitor, purchase = desk
    path = f"/orders/{purchase.id}"
    home = visitor.get("/desk")
    assert path in home.links and purchase.seen_by("vendor")["number"] in home.text
    assert "Tenggat" in visitor.get("/orders").text
    visitor.go(visitor.send(path, "/accept"))
    wrong = visitor.send(
        path, "/start-delivery", files={"start-delivery.notePhoto.file": b"bukan gambar"}, **{"start-delivery.deliveryNote": "SJ-1"}
    ).expect(422)
    assert "#start-delivery.notePhoto.file" in wrong.text
    visitor.go(
        visitor.send(
            path, "/start-delivery", files={"start-delivery.notePhoto.camera": JPEG}, **{"start-delivery.deliveryNote": "SJ-1"}
        )
    )
    page = visitor.go(visitor.send(path, "/arrive", files={"arrive.photo.camera": JPEG}))
    order = purchase.seen_by("vendor")
    assert order["state"] == "delivered" and {paper["kind"] for paper in order["attachments"]} == {"delivery_note", "photo"}
    purchase.step("inspect-ok", "officer").expect(200)
    assert "Kirim tagihan dahulu" in visitor.get("/desk").text
    visitor.go(
        visitor.send(
            path,
            "/invoice",
            files={"invoice.invoicePhoto.file": pdf("Tagihan")},
            **{"invoice.number": "INV-1", "invoice.date": str(today(province.service))},
        )
    )
    order = purchase.seen_by("vendor")
    assert order["state"] == "invoiced" and "invoice" in {paper["kind"] for paper in order["attachments"]}
    home = visitor.get("/desk")
    assert "Paling lambat" in home.text and "Uang yang akan masuk" in home.text
    assert page.title


def test_sent_twice_is_done_once(desk):
    visitor, purchase = desk
    path = f"/orders/{purchase.id}"
    page = visitor.get(path)
    for _ in range(2):
        visitor.send(page, "/accept").expect(303)
    assert [event["transition"] for event in purchase.seen_by("vendor")["history"]].count("accept") == 1
    page = visitor.get(path)
    for _ in range(2):
        visitor.send(
            page, "/start-delivery", files={"start-delivery.notePhoto.camera": JPEG}, **{"start-delivery.deliveryNote": "SJ-2"}
        ).expect(303)
    assert len(purchase.seen_by("vendor")["attachments"]) == 1


def test_papers_besides_the_steps(province, desk):
    visitor, purchase = desk
    path = f"/orders/{purchase.id}/papers"
    assert path in visitor.get(f"/orders/{purchase.id}").links
    wrong = visitor.send(path, "/papers", files={"camera": JPEG}).expect(422)
    assert "#kind" in wrong.text
    page = visitor.go(visitor.send(path, "/papers", files={"file": pdf("Bukti")}, kind="evidence"))
    assert "Sudah diterima" in page.text
    assert [paper["kind"] for paper in purchase.seen_by("vendor")["attachments"]] == ["evidence"]
    cookie, _ = sign_in(province.host, province.named("auditor"))
    Visitor(province.host, cookie=cookie).answer(path, 403)
