"""The indicators on requests for offers that an auditor finds (domain.md §7.6, `OCP`)."""

import pytest

from journey.inbox import flags
from journey.province import Province
from journey.purse import Purse
from journey.tender import Tender, advance
from journey.vendor import Shop


@pytest.fixture(scope="module")
def province(clocked):
    return Province(clocked, "gorontalo")


@pytest.fixture(scope="module")
def shops(province):
    advance(province, 1)
    made = [Shop(province) for _ in range(3)]
    for shop in made:
        shop.item = shop.product(price=1_200_000)
    return made


@pytest.mark.parametrize(
    "prices, raised",
    [
        ((1_000_000, 900_000, 950_000), set()),
        ((1_000_000, 900_000, 1_000_000), {"R028"}),
        ((900_000,), {"R018"}),
        ((1_000_000, 500_000, 950_000), {"R058"}),
    ],
)
def test_indicators_of_a_selection(province, shops, prices, raised):
    province.wake()
    purse = Purse(province)
    tender = Tender(province, purse, shops[0].like)
    tender.publish()
    for shop, price in zip(shops, prices):
        tender.offer(shop, price).expect(201)
    tender.close()
    best = tender.offers()[0]
    body = {"note": "Hanya satu penawaran masuk."} if len(prices) < 3 else {}
    province.buyer.post(f"/offers/{best['id']}/select", body).expect(200)
    found = [flag for flag in flags(province, unitId=purse.unit_id) if flag["code"].startswith("R")]
    assert {flag["code"] for flag in found} - {"R003"} == raised
    for flag in found:
        assert flag["needId"] == tender.need["id"] and flag["severity"] == "info" and flag["legal"]


@pytest.mark.parametrize(
    "fates, raised",
    [("bb", 0), ("vbvb", 0), ("bbv", 1), ("vvv", 0)],
    ids=["below", "at", "above", "honest"],
)
def test_a_vendor_that_is_often_disqualified(province, shops, fates, raised):
    """R038: more than half of at least three offers count for nothing; here they are above the cap of orders."""
    advance(province, 1)
    rival = Shop(province)
    rival.item = rival.product(price=1_200_000)
    for fate in fates:
        tender = Tender(province, Purse(province), shops[0].like)
        tender.publish()
        tender.offer(shops[0], 1_000_000).expect(201)
        tender.offer(rival, 5_000_000 if fate == "b" else 1_100_000).expect(201)
        tender.close()
        best = tender.offers()[0]
        province.buyer.post(f"/offers/{best['id']}/select", {"note": "Dua penawaran masuk."}).expect(200)
        advance(province, 1)
    found = flags(province, code="R038")
    found = [flag for flag in found if flag["vendorId"] == rival.id]
    assert len(found) == raised
    for flag in found:
        told = flag["explanation"]
        assert (told["count"], told["total"], told["window"]) == (2, 3, 365)
        assert flag["needId"] == tender.need["id"] and flag["severity"] == "info" and flag["legal"]


def test_a_vendor_that_is_selected_for_everything(province, shops):
    """R048: seven kinds of supplies within a year stand out; six do not, nor does one kind bought seven times."""
    advance(province, 1)
    kinds = [
        category
        for category in province.host.get("/categories", limit=100).expect(200).json["items"]
        if "goods" in category["taxClasses"] and not category["food"]
    ][:8]
    assert len(kinds) == 8
    lines = sorted({code for category in kinds for code in category["kbli"]})
    varied, steady = (Shop(province, **({"kbli": lines} if lines else {})) for _ in range(2))
    fates = [(varied, kind) for kind in kinds] + [(steady, kinds[0])] * 7
    raised = {varied.id: [], steady.id: []}
    for shop, kind in fates:
        tender = Tender(province, Purse(province), {"category": kind["code"]})
        tender.publish()
        shop.owner.post(
            f"{tender.path}/offers",
            {
                "unitPrice": 1_000_000,
                "priceIncludesVat": False,
                "deliveryDays": 5,
                "item": {"name": "Barang uji", "description": "Sesuai permintaan.", "taxClass": "goods"},
            },
        ).expect(201)
        tender.close()
        (best,) = tender.offers()
        province.buyer.post(f"/offers/{best['id']}/select", {"note": "Satu penawaran masuk."}).expect(200)
        advance(province, 1)
        found = [flag for flag in flags(province, code="R048") if flag["vendorId"] == shop.id]
        raised[shop.id].append(len(found))
    assert raised[varied.id] == [0] * 6 + [1] * 2, "below, at and above the limit"
    assert raised[steady.id] == [0] * 7, "one kind, however often, is honest"
    (flag,) = [flag for flag in flags(province, code="R048") if flag["vendorId"] == varied.id]
    told = flag["explanation"]
    assert (told["count"], told["required"], told["window"]) == (8, 7, 365), "it grows with what is found since"
    assert told["categories"] == sorted(kind["code"] for kind in kinds)
    assert flag["severity"] == "info" and flag["legal"]
