"""Treasurer, verifier and budget owner at the payment desk: several orders at once, numbers of each mode, parts."""

from journey.desk import Clerk
from journey.page import Page
from journey.vendor import PASSWORD


def clerk(province, role):
    return Clerk(province.host, province.named(role))


def ticked(page, deals):
    """The fields of a form that ticks these orders and no others."""
    form = next(form for form in page.forms if form["method"] == "post" and "/payments/" in form["action"])
    fields = {name: text for name, text in form["fields"].items() if not name.startswith("order.")}
    return form["action"], {**fields, **{f"order.{deal.id}": "true" for deal in deals}}


def test_several_orders_from_invoice_to_payment(province, purse, shop):
    deals = [purse.order(shop, [(shop.item["id"], count)]).to("invoiced") for count in (3, 1)]
    checker = clerk(province, "finance_verifier")
    assert "/payments" in checker.see("/desk").links
    page = checker.see("/payments")
    assert all(deal.order["number"] in page.text for deal in deals) and "Kurang" in page.text
    action, fields = ticked(page, deals)
    done = Page(checker.post(action, fields).expect(200).text)
    assert "2 pesanan selesai" in done.text
    again = Page(checker.post(action, fields).expect(200).text)
    assert "2 pesanan belum dapat diproses" in again.text, "what somebody has done meanwhile is told"

    treasurer = clerk(province, "treasurer")
    action, fields = ticked(treasurer.see("/payments"), deals[:1])
    assert action.endswith("/verify") or action.endswith("/request-payment")
    page = treasurer.see("/payments")
    form = next(form for form in page.forms if form["action"].endswith("/payments/request-payment"))
    values = {name: text for name, text in form["fields"].items() if not name.startswith("order.")}
    values |= {f"order.{deal.id}": "true" for deal in deals}
    assert "2 pesanan selesai" in Page(treasurer.post(form["action"], values).expect(200).text).text

    owner = clerk(province, "budget_owner")
    form = next(form for form in owner.see("/payments").forms if form["action"].endswith("/payments/approve-payment"))
    values = {name: text for name, text in form["fields"].items() if not name.startswith("order.")}
    values |= {f"order.{deal.id}": "true" for deal in deals}
    assert "2 pesanan selesai" in Page(owner.post(form["action"], values).expect(200).text).text

    deal = deals[0]
    page = treasurer.see(deal.path)
    amount = deal.seen_by("treasurer")["due"]["netToVendor"]
    fields = {
        "confirm-paid.reference": f"BUKTI-{deal.id[-6:]}",
        "confirm-paid.sp2d": "SP2D/0042",
        "confirm-paid.amount": str(amount),
        "confirm-paid.ntpn.PPN": "0A1B2C3D4E5F6G7H",
    }
    form = treasurer.form(deal.path, "/confirm-paid")
    assert "confirm-paid.ntpn.PPN" in form["fields"] and "confirm-paid.cardSlip" not in form["fields"]
    wrong = treasurer.refused(deal.path, "/confirm-paid", {**fields, "confirm-paid.amount": "1"})
    assert "#confirm-paid.amount" in wrong.links
    treasurer.does(deal.path, "/confirm-paid", fields)
    paid = deal.seen_by("treasurer")
    assert paid["state"] == "paid" and paid["paymentPapers"]["sp2d"] == "SP2D/0042"
    assert "Setoran pajak dari pembayaran terakhir" in treasurer.see("/payments").text


def test_several_payments_are_recorded_at_once(province, purse, shop):
    deals = [purse.order(shop, [(shop.item["id"], 1)]).to("payment_approved") for _ in range(2)]
    treasurer = clerk(province, "treasurer")
    form = treasurer.form("/payments", "/payments/confirm-paid")
    fields = {name: text for name, text in form["fields"].items() if not name.startswith("reference.")}
    first, second = (f"reference.{deal.id}" for deal in deals)
    assert f"amount.{deals[0].id}" in fields
    nothing = Page(treasurer.post(form["action"], fields).expect(200).text)
    assert "Belum ada yang dipilih" in nothing.text
    number = f"SP2D-{deals[0].id[-8:]}"
    done = treasurer.post(form["action"], {**fields, first: number, second: number}).expect(200)
    page = Page(done.text)
    assert "1 pesanan selesai" in page.text and "1 pesanan belum dapat diproses" in page.text
    states = sorted(deal.seen_by("treasurer")["state"] for deal in deals)
    assert states == ["paid", "payment_approved"], "one number pays one order"
    left = next(deal for deal in deals if deal.seen_by("treasurer")["state"] != "paid")
    form = treasurer.form("/payments", "/payments/confirm-paid")
    fields = {name: text for name, text in form["fields"].items() if not name.startswith("reference.")}
    bad = {**fields, f"reference.{left.id}": f"SP2D-{left.id[-8:]}", "paidOn": "kemarin"}
    assert "belum dapat diproses" in Page(treasurer.post(form["action"], bad).expect(200).text).text
    treasurer.post(form["action"], {**fields, f"reference.{left.id}": f"SP2D-{left.id[-8:]}"}).expect(200)
    assert left.seen_by("treasurer")["state"] == "paid"


def test_a_number_that_another_payment_has_is_told_at_its_field(province, purse, shop):
    first, second = (purse.order(shop, [(shop.item["id"], 1)]).to("payment_approved") for _ in range(2))
    number = f"B-{first.id[-8:]}"
    for deal, status in ((first, 200), (second, 409)):
        body = {**deal.body("confirm-paid"), "reference": number}
        answer = deal.step("confirm-paid", body=body)
        assert answer.status == status, answer.text
    assert answer.json["code"] == "already_registered"
    assert [error["pointer"] for error in answer.json["errors"]] == ["/reference"]
    amount = str(second.seen_by("treasurer")["due"]["netToVendor"])
    fields = {"confirm-paid.reference": number, "confirm-paid.amount": amount}
    page = clerk(province, "treasurer").refused(second.path, "/confirm-paid", fields, status=409)
    assert "#confirm-paid.reference" in page.links


def test_a_deposit_made_after_the_payment_is_recorded(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 3)])
    deal.to("payment_approved")
    early = {"code": "PPN", "ntpn": "0A1B2C3D4E5F6G7H"}
    province.treasurer.post(f"{deal.path}/tax-receipts", early).expect(409)
    deal.to("paid")
    treasurer = clerk(province, "treasurer")
    page = treasurer.see(deal.path)
    assert "NTPN belum dicatat" in page.text and "NTPN belum dicatat" in treasurer.see("/payments").text
    wrong = treasurer.refused(deal.path, "/do/tax-receipt.PPN", {"tax-receipt.PPN.ntpn": "123"})
    assert "#tax-receipt.PPN.ntpn" in wrong.links
    treasurer.does(deal.path, "/do/tax-receipt.PPN", {"tax-receipt.PPN.ntpn": "0a1b 2c3d 4e5f 6g7h"})
    page = treasurer.see(deal.path)
    assert "0A1B2C3D4E5F6G7H" in page.text and "Sudah disetor" in page.text
    vendor = Clerk(province.host, {"email": shop.vendor["email"], "password": PASSWORD})
    assert "0A1B2C3D4E5F6G7H" in vendor.see(deal.path).text
    mended = {"code": "PPN", "ntpn": "9A1B2C3D4E5F6G7H", "withholdingSlip": "BP-1"}
    province.treasurer.post(f"{deal.path}/tax-receipts", mended).expect(201)
    listed = province.auditor.get(f"{deal.path}/tax-receipts").expect(200).json["items"]
    assert [one["ntpn"] for one in listed] == ["9A1B2C3D4E5F6G7H", "0A1B2C3D4E5F6G7H"]
    assert "9A1B2C3D4E5F6G7H" in vendor.see(deal.path).text
    assert "/code" in province.treasurer.post(f"{deal.path}/tax-receipts", {**mended, "code": "PPH21"}).errors()
    province.officer.post(f"{deal.path}/tax-receipts", mended).expect(403)


def test_nothing_ticked_is_told(province, purse, shop):
    purse.order(shop, [(shop.item["id"], 1)]).to("invoiced")
    treasurer = clerk(province, "treasurer")
    action, fields = ticked(treasurer.see("/payments"), [])
    assert "Belum ada yang dipilih" in Page(treasurer.post(action, fields).expect(200).text).text


def test_card_payments_have_their_slip(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 1)], paymentMode="KKPD").to("payment_approved")
    form = clerk(province, "treasurer").form(deal.path, "/confirm-paid")
    assert "confirm-paid.cardSlip" in form["fields"] and "confirm-paid.sp2d" not in form["fields"]
    assert not any("ntpn" in name for name in form["fields"])


def test_the_payment_desk_is_for_those_who_pay(province):
    clerk(province, "commitment_officer").see("/payments", status=403)
    for language in ("id", "en"):
        clerk(province, "treasurer").see("/payments", language=language)
