"""A sealed offer by pages alone: handed in, withdrawn, handed in again, negotiated, selected."""

import pytest

from journey.page import sign_in
from journey.province import Province
from journey.purse import Purse
from journey.tender import Tender, three_shops
from journey.vendor import PASSWORD
from journey.visitor import Visitor


@pytest.fixture(scope="module")
def province(clocked):
    return Province(clocked, "gorontalo")


@pytest.fixture(scope="module")
def shops(province):
    return three_shops(province)


def enter(province, shop):
    province.wake()
    cookie, _ = sign_in(province.host, {"email": shop.vendor["email"], "password": PASSWORD})
    return Visitor(province.host, cookie=cookie)


def typed(tender, price):
    day = tender.body()["neededOn"]
    fields = {
        "offer.item.name": "Kertas satu dus",
        "offer.item.description": "HVS 80 gram, isi lima rim.",
        "offer.unitPrice": price,
        "offer.priceIncludesVat": "false",
        "offer.deliverBy": day,
    }
    return {**fields, "offer.productId": ""}


def test_offer_by_pages(province, shops):
    province.wake()
    tender = Tender(province, Purse(province), shops[0].like)
    tender.publish(note="Harap cantumkan merek.")
    visitor = enter(province, shops[0])
    listed = visitor.get("/requests-for-offers")
    path = f"/requests-for-offers/{tender.need['id']}"
    assert path in listed.links and "Belum menawar" in listed.text
    assert "permintaan penawaran terbuka" in visitor.get("/desk").text
    page = visitor.get(path)
    assert "disegel" in page.text and "Harap cantumkan merek." in page.text and "15.000.000" not in page.text
    wrong = visitor.send(path, "/offer", **{**typed(tender, "murah"), "offer.item.name": ""}).expect(422)
    assert "#offer.unitPrice" in wrong.text and "murah" in wrong.text
    page = visitor.go(visitor.send(path, "/offer", **typed(tender, "Rp 1.000.000")))
    assert "sudah diterima dan disegel" in page.text and "Tersegel" in page.text and "1.000.000" not in page.text
    page = visitor.go(visitor.send(path, "/withdraw", **{"withdraw.reason": "Salah harga."}))
    assert "Ditarik" in page.text
    visitor.go(visitor.send(path, "/offer", **typed(tender, "950.000")))
    tender.offer(shops[1], 990_000).expect(201)
    tender.close()
    visitor = enter(province, shops[0])
    page = visitor.get(path)
    assert "950.000" in page.text and "Dibuka" in page.text
    offer = next(item for item in tender.offers() if item["vendorId"] == shops[0].id)
    province.buyer.post(f"/offers/{offer['id']}/counter", {"unitPrice": 900_000, "note": "Mohon harga terbaik."}).expect(200)
    page = visitor.get(path)
    assert "Mohon harga terbaik." in page.text and "900.000" in page.text
    assert "Menunggu jawaban Anda" in page.text and "sedang membandingkan" not in page.text
    visitor.go(visitor.send(path, "/answer-counter", **{"answer-counter.accept": "true"}))
    assert "Anda menyetujuinya: Rp900.000" in visitor.get(path).text


def test_only_who_was_asked_sees_it(province, shops):
    province.wake()
    tender = Tender(province, Purse(province), shops[0].like)
    visitor = enter(province, shops[0])
    visitor.get(f"/requests-for-offers/{tender.need['id']}", status=404)
    cookie, _ = sign_in(province.host, province.named("auditor"))
    Visitor(province.host, cookie=cookie).answer("/requests-for-offers", 403)
