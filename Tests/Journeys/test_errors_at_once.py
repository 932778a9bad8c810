"""What is wrong with the form of a body and what is wrong with its meaning are told together (api.md §2)."""

from journey.inbox import spend
from journey.purchase import today
from journey.vendor import Shop
from test_needs import prepared

NOWHERE = "00000000-0000-7000-8000-000000000000"


def test_an_order_names_what_leads_nowhere_beside_what_is_misspelt(province, purse, shop):
    body = {
        **purse.body(NOWHERE, [(shop.item["id"], 0), (NOWHERE, 1)]),
        "deliverBy": "besok",
        "paymentMode": "CASH",
        "surprise": 1,
    }
    wanted = {
        "/lines/0/quantity": "too_small",
        "/lines/0/productId": "not_found",
        "/lines/1/productId": "not_found",
        "/vendorId": "not_found",
        "/deliverBy": "bad_format",
        "/paymentMode": "not_one_of",
        "/surprise": "unknown",
    }
    for path in ("/orders", "/orders/preview"):
        assert province.buyer.post(path, body).errors() == wanted
    misspelt = {"paymentMode", "surprise", "deliverBy"}
    right = {**{name: value for name, value in body.items() if name not in misspelt}, "paymentMode": "LS"}
    right = {**right, "lines": [{"productId": NOWHERE, "quantity": 1}], "deliverBy": str(today(province.service))}
    assert province.buyer.post("/orders", right).errors() == {
        "/lines/0/productId": "not_found",
        "/vendorId": "not_found",
    }
    needed = {**body, "packageId": None, "needId": NOWHERE, "vendorId": "x"}
    del needed["packageId"]
    assert province.buyer.post("/orders", needed).errors()["/needId"] == "not_found"


def test_an_edit_does_the_same(province, purse, shop):
    draft = spend_draft(purse, shop)
    edit = {"lines": [{"productId": NOWHERE, "quantity": 1}], "paymentMode": "CASH", "deliverBy": "besok"}
    assert province.buyer.patch(draft.path, edit).errors() == {
        "/lines/0/productId": "not_found",
        "/paymentMode": "not_one_of",
        "/deliverBy": "bad_format",
    }
    province.buyer.patch(draft.path, {"note": "Antar pagi."}).expect(200)


def spend_draft(purse, shop):
    return purse.order(shop, [(shop.item["id"], 1)])


def test_an_invoice_lacks_its_tax_invoice_beside_its_number(province, purse, shop):
    deal = spend_draft(purse, shop).to("handed_over")
    assert deal.step("invoice", body={"date": "31-12-2026"}).errors() == {
        "/number": "required",
        "/date": "bad_format",
        "/taxInvoiceNumber": "required",
    }
    stall = Shop(province, vatRegistered=False)
    plain = spend(purse, stall, 1_000_000).to("handed_over")
    assert plain.step("invoice", body={"date": "31-12-2026"}).errors() == {
        "/number": "required",
        "/date": "bad_format",
    }
