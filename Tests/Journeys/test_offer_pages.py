"""Offers from the request to the selection, by the procurement officer's page alone."""

import pytest

from journey.desk import Clerk
from journey.province import Province
from journey.purse import Purse
from journey.tender import Tender, three_shops


@pytest.fixture(scope="module")
def province(clocked):
    return Province(clocked, "gorontalo")


@pytest.fixture(scope="module")
def shops(province):
    return three_shops(province)


def buyer(province):
    return Clerk(province.host, province.named("procurement_officer"))


def test_from_request_to_selection(province, shops):
    province.wake()
    tender = Tender(province, Purse(province), shops[0].like)
    path = f"{tender.path}/offers"
    clerk = buyer(province)
    assert path in clerk.see(tender.path).links
    early = clerk.refused(path, "/publish-rfo", {"publish-rfo.deadline": "2027-03-01T09:00"})
    assert "#publish-rfo.deadline" in early.links
    clerk.does(path, "/publish-rfo", {"publish-rfo.note": "Harap cantumkan merek."})
    page = clerk.see(path)
    assert "masih tersegel" in page.text and "WITA" in page.text and "Harap cantumkan merek." in page.text
    tender.read()
    prices = {1_000_000: shops[0], 900_000: shops[1], 950_000: shops[2]}
    for price, shop in prices.items():
        late = {"deliveryDays": 60} if price == 950_000 else {}
        tender.offer(shop, price, **late).expect(201)
    sealed = clerk.see(path)
    assert not any(shop.vendor["businessName"] in sealed.text for shop in shops) and "900.000" not in sealed.text
    tender.close()

    clerk = buyer(province)
    page = clerk.see(path)
    assert "Rp900.000" in page.text and page.text.index(shops[1].vendor["businessName"])
    assert page.text.count("hari sesudah dibutuhkan") == 1, "who delivers late is marked"
    offers = tender.offers()
    assert f"{path}?offer={offers[1]['id']}" in page.links, "each offer is one press away"
    assert "950.000" in clerk.see(f"{path}?offer={offers[1]['id']}", language="en").text.replace(",", ".")

    counter = f"/counter.{offers[0]['id']}"
    asked = {f"counter.{offers[0]['id']}.unitPrice": "Rp 850.000", f"counter.{offers[0]['id']}.note": "Volume besar."}
    dearer = clerk.refused(path, counter, {**asked, f"counter.{offers[0]['id']}.unitPrice": "900.000"})
    assert f"#counter.{offers[0]['id']}.unitPrice" in dearer.links
    clerk.does(path, counter, asked)
    assert "Volume besar." in clerk.see(path).text
    shops[1].owner.post(f"/offers/{offers[0]['id']}/answer-counter", {"accept": True}).expect(200)
    assert "850.000" in clerk.see(path).text

    second = offers[1]["id"]
    not_lowest = clerk.refused(
        f"{path}?offer={second}", f"/select.{second}", {f"select.{second}.paymentMode": "LS"}
    )
    assert "Belum dapat dilakukan" in not_lowest.text
    first = offers[0]["id"]
    order = clerk.does(path, f"/select.{first}", {f"select.{first}.paymentMode": "LS"})
    assert order.startswith("/orders/")
    assert shops[1].vendor["businessName"] in clerk.see(order).text
    auditor = Clerk(province.host, province.named("auditor"))
    assert "Terpilih" in auditor.see(path).text


def test_one_offer_of_three_makes_a_note_due_and_each_round_is_told(province, shops):
    province.wake()
    tender = Tender(province, Purse(province), shops[0].like)
    tender.publish()
    tender.offer(shops[0], 1_000_000).expect(201)
    tender.close()
    path, clerk = f"{tender.path}/offers", buyer(province)
    assert "di halaman penawaran" in clerk.see(tender.path).text
    [offer] = tender.offers()
    page = clerk.see(path)
    assert "hanya 1 penawaran yang dapat dibandingkan, yang diharapkan 3" in page.text
    assert "Mengapa bukan yang termurah" not in page.text, "it is the lowest"
    asked = {f"counter.{offer['id']}.unitPrice": "950.000", f"counter.{offer['id']}.note": "Mohon turun."}
    clerk.does(path, f"/counter.{offer['id']}", asked)
    lower = {"accept": False, "unitPrice": 970_000, "reason": "Hanya sampai ini."}
    shops[0].owner.post(f"/offers/{offer['id']}/answer-counter", lower).expect(200)
    text = clerk.see(path).text
    assert "Penawaran pertama" in text and "Rp1.000.000" in text
    assert "harga baru Rp970.000" in text and "Penawaran tetap" not in text


def test_a_request_that_brought_nothing_says_so(province, shops):
    province.wake()
    tender = Tender(province, Purse(province), shops[0].like)
    tender.publish()
    tender.close()
    assert "tidak menghasilkan penawaran" in buyer(province).see(f"{tender.path}/offers").text


def test_vendors_do_not_see_the_comparison(province, shops):
    province.wake()
    tender = Tender(province, Purse(province), shops[0].like)
    tender.publish()
    user = next(user for user in province.users if "vendor_owner" in user["roles"])
    vendor = Clerk(province.host, user)
    vendor.see(f"{tender.path}/offers", status=403)
