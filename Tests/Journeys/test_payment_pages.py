"""Treasurer, verifier and budget owner at the payment desk: several orders at once, numbers of each mode, parts."""

from journey.desk import Clerk
from journey.page import Page


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
