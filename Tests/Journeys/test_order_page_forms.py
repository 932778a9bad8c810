"""What stands on an order's page besides its own steps: a dispute's words, the payment of a part, a proposed sanction."""

import secrets

from journey.desk import Clerk
from journey.purchase import REASON, today
from journey.vendor import Shop


def clerk(province, role):
    return Clerk(province.host, province.named(role))


def shop_clerk(province, shop):
    user = next(user for user, person in province.people.values() if person.token == shop.owner.token)
    return Clerk(province.host, user)


def test_from_dispute_to_payment_of_the_part_and_sanction(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 3)]).to("in_fulfilment")
    line = deal.order["lines"][0]["id"]
    officer = clerk(province, "commitment_officer")
    handed = {f"partial-handover.part.{line}": "2"}
    officer.does(deal.path, "/partial-handover", handed)
    officer.does(deal.path, "/open-dispute", {"open-dispute.subject": "quantity", "open-dispute.reason": "Kurang satu."})

    incomplete = officer.refused(
        deal.path, "/do/entry", {"entry.kind": "proposal", "entry.text": "Diakhiri saja.", "entry.outcome": ""}
    )
    assert "#entry.outcome" in incomplete.links
    officer.does(deal.path, "/do/entry", {"entry.kind": "statement", "entry.text": "Foto sudah dilampirkan."})
    owner = clerk(province, "budget_owner")
    assert "Foto sudah dilampirkan." in owner.see(deal.path).text
    proposal = {"entry.kind": "proposal", "entry.text": "Bayar yang diterima.", "entry.outcome": "end"}
    owner.does(deal.path, "/do/entry", proposal)
    assert "Usulan penyelesaian" in officer.see(deal.path).text
    assert any(deal.path in link for link in owner.see("/desk").links) or deal.order["state"]
    deal.step("answer-dispute", "vendor", {"text": "Sisanya habis."}).expect(200)
    owner.does(
        deal.path, "/close-dispute", {"close-dispute.outcome": "end", "close-dispute.text": "Diakhiri."}
    )
    deal.order = deal.seen_by("officer")
    assert deal.state == "terminated"

    part = deal.part(1)
    seller = shop_clerk(province, shop)
    scope = "part1.invoice"
    invoice = {
        f"{scope}.number": f"INV-{secrets.token_hex(4)}",
        f"{scope}.date": str(today(province.service)),
        f"{scope}.taxInvoiceNumber": "04002500" + str(secrets.randbelow(10**9)).zfill(9),
    }
    action = f"/parts/{part['id']}"
    wrong = seller.refused(deal.path, f"{action}/invoice", {**invoice, f"{scope}.taxInvoiceNumber": "12"})
    assert f"#{scope}.taxInvoiceNumber" in wrong.links
    seller.does(deal.path, f"{action}/invoice", invoice)
    clerk(province, "finance_verifier").does(deal.path, f"{action}/verify")
    treasurer = clerk(province, "treasurer")
    treasurer.does(deal.path, f"{action}/request-payment", {"part1.request-payment.spp": "SPP-9"})
    owner.does(deal.path, f"{action}/approve-payment")
    paid = {
        "part1.confirm-paid.reference": f"B-{secrets.token_hex(5)}",
        "part1.confirm-paid.amount": str(part["totals"]["netToVendor"]),
    }
    treasurer.does(deal.path, f"{action}/confirm-paid", paid)
    deal.order = deal.seen_by("treasurer")
    assert deal.part(1)["state"] == "paid" and deal.part(1)["paymentPapers"]["spp"] == "SPP-9"

    nothing = officer.refused(deal.path, "/do/sanction")
    assert "#sanction.proposal" in nothing.links and "#sanction.reason" in nothing.links
    officer.does(deal.path, "/do/sanction", {"sanction.proposal": "suspend", "sanction.reason": "Tidak mengirim."})
    verifier = clerk(province, "verifier")
    case = next(link for link in verifier.see("/desk").links if link.startswith("/sanction-cases/"))
    listed = [link for link in verifier.see("/sanction-cases?state=open").links if link.startswith("/sanction-cases/")]
    assert case in listed
    mine = next(link for link in listed if shop.vendor["businessName"] in verifier.see(link).text)
    assert not owner.see(mine, language="en").forms[-1]["action"].endswith("/grant")
    empty = verifier.refused(mine, "/dismiss")
    assert "#dismiss.reason" in empty.links
    verifier.does(mine, "/dismiss", {"dismiss.reason": REASON["reason"]})
    assert "Ditolak" in verifier.see(mine).text and REASON["reason"] in verifier.see(mine).text


def test_a_proposed_inspection_is_not_told_as_a_signature(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 1)]).to("delivered")
    technical = clerk(province, "technical_officer")
    told = technical.see(technical.does(deal.path, "/inspect-ok")).text
    assert "Hasil pemeriksaan diusulkan." in told and "BAST ditandatangani." not in told
    assert deal.seen_by("officer")["state"] == "delivered"


def test_the_treasurer_goes_from_the_order_to_the_account_of_its_vendor(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 1)]).to("verified_for_payment")
    treasurer = clerk(province, "treasurer")
    path = f"/vendors/{shop.id}"
    assert path in treasurer.see(deal.path).links
    assert any(form["action"].startswith(path) for form in treasurer.see(path).forms), "to see the account whole"
    assert path not in shop_clerk(province, shop).see(deal.path).links


def test_who_pays_to_an_account_that_was_changed_says_why_on_the_page(province, purse):
    shop = Shop(province)
    shop.item = shop.product(price=1_000_000)
    deal = purse.order(shop, [(shop.item["id"], 1)]).to("payment_requested")
    owner = clerk(province, "budget_owner")
    assert "approve-payment.reason" not in str(owner.see(deal.path).forms)
    number = str(secrets.randbelow(10**12)).zfill(12)
    shop.owner.patch(f"/vendors/{shop.id}", {"bank": {"accountNumber": number}}).expect(200)
    refused = owner.refused(deal.path, "/approve-payment", {"approve-payment.reason": ""}, status=409)
    assert "Rekening penyedia tidak sama lagi" in refused.text
    owner.does(deal.path, "/approve-payment", {"approve-payment.reason": "Rekening sudah dicocokkan dengan bank."})
    assert deal.seen_by("officer")["state"] == "payment_approved"


def test_the_page_says_whose_turn_it_is_when_nobody_took_the_order_and_after_payment(province, purse, shop):
    declined = purse.order(shop, [(shop.item["id"], 1)]).to("issued")
    declined.step("decline", "vendor", REASON).expect(200)
    assert "Menunggu Anda" in clerk(province, "commitment_officer").see(declined.path).text
    assert "Menunggu PPK" in clerk(province, "procurement_officer").see(declined.path).text
    paid = purse.order(shop, [(shop.item["id"], 1)]).to("paid")
    told = shop_clerk(province, shop).see(paid.path).text
    assert "Beri penilaian" in told and "Tidak ada lagi yang harus dilakukan" not in told
