"""The side ways of an order: refused, sent back, withdrawn, declined, reissued, queried."""

import pytest

from journey.purchase import REASON

GROSS = 1_110_000  # one piece at Rp 1,000,000 with VAT


@pytest.fixture
def deal(purse, shop):
    return purse.order(shop, [(shop.item["id"], 1)])


def last(deal):
    return deal.seen_by("auditor")["history"][-1]


@pytest.mark.parametrize("transition, ends", [("return", "draft"), ("reject", "rejected")])
def test_officer_sends_back_or_rejects(deal, purse, transition, ends):
    deal.to("submitted")
    assert deal.step(transition, body={}).errors() == {"/reason": "required"}
    assert purse.ledger == (GROSS, 0, 0)
    deal.step(transition, body=REASON).expect(200)
    assert deal.state == ends and purse.ledger == (0, 0, 0)
    assert last(deal)["transition"] == transition and last(deal)["reason"] == REASON["reason"]


def test_returned_order_goes_on(deal, purse):
    deal.to("submitted").step("return", body=REASON).expect(200)
    deal.to("issued")
    assert purse.ledger == (0, GROSS, 0)


@pytest.mark.parametrize(
    "transition, who, ends", [("withdraw", "officer", "cancelled"), ("decline", "vendor", "declined")]
)
def test_issued_order_ends_before_acceptance(deal, purse, transition, who, ends):
    deal.to("issued")
    assert deal.step(transition, who, {}).errors() == {"/reason": "required"}
    deal.step(transition, who, REASON).expect(200)
    assert deal.state == ends and purse.ledger == (0, 0, 0)


def test_declined_order_is_reissued(deal, purse):
    deal.to("issued")
    number = deal.order["number"]
    deal.step("decline", "vendor", REASON).expect(200)
    deal.step("reissue", "officer", {}).expect(200)
    assert deal.state == "issued" and deal.order["number"] == number and purse.ledger == (0, GROSS, 0)
    deal.to("accepted")


def test_inspection_sends_goods_back(deal):
    deal.to("delivered")
    assert deal.step("inspect-reject", body={}).errors() == {"/reason": "required"}
    deal.step("inspect-reject", body={"reason": "Dua rim basah."}).expect(200)
    assert deal.state == "in_fulfilment"
    deal.step("arrive").expect(200)
    deal.to("handed_over")


def test_technical_officer_proposes_and_commitment_officer_signs(deal, purse):
    deal.to("delivered")
    deal.step("inspect-ok", "technician").expect(200)
    assert deal.state == "delivered", "the technical officer's word is a proposal"
    assert last(deal)["role"] == "technical_officer"
    deal.step("inspect-ok", "officer").expect(200)
    assert deal.state == "handed_over"
    assert [line["accepted"] for line in deal.order["lines"]] == [1]


def test_query_sends_the_bill_back(deal, purse):
    deal.to("invoiced")
    assert deal.step("query", "treasurer", {}).errors() == {"/reason": "required"}
    deal.step("query", "treasurer", {"reason": "Faktur pajak kurang."}).expect(200)
    assert deal.state == "handed_over" and purse.ledger == (0, GROSS, 0)
    deal.to("paid")


def test_payment_must_be_the_net_amount(deal):
    deal.to("payment_approved")
    body = deal.body("confirm-paid")
    assert set(deal.step("confirm-paid", body={**body, "amount": body["amount"] + 1}).errors()) == {"/amount"}
    assert deal.seen_by("auditor")["state"] == "payment_approved"
    deal.step("confirm-paid", body=body).expect(200)


def test_tax_invoice_number_is_needed_of_a_registered_vendor(deal):
    deal.to("handed_over")
    body = deal.body("invoice")
    number = body.pop("taxInvoiceNumber")
    assert deal.step("invoice", body=body).errors() == {"/taxInvoiceNumber": "required"}
    wrong = deal.step("invoice", body={**body, "taxInvoiceNumber": number[:-1]})
    assert set(wrong.errors()) == {"/taxInvoiceNumber"}


def test_wrong_state_is_named(deal):
    deal.step("accept", "officer").problem(403, "forbidden")  # the role comes before the state
    assert "draft" in str(deal.step("issue").problem(409, "wrong_state"))
    deal.to("closed")
    deal.step("accept", "vendor", {}).problem(409, "wrong_state")
    deal.step("invoice", "vendor").problem(409, "wrong_state")
    deal.step("withdraw", "officer", REASON).problem(409, "wrong_state")


@pytest.mark.parametrize(
    "transition, who",
    [
        ("submit", "officer"),
        ("issue", "buyer"),
        ("accept", "keeper"),
        ("inspect-ok", "treasurer"),
        ("verify", "officer"),
        ("request-payment", "owner"),
        ("approve-payment", "treasurer"),
        ("confirm-paid", "checker"),
        ("issue", "auditor"),
        ("issue", "administrator"),
        ("submit", "verifier"),
    ],
)
def test_wrong_role_is_forbidden(deal, transition, who):
    deal.step(transition, who).problem(403, "forbidden")


def test_no_signature_no_entry(deal):
    deal.purse.province.host.get(deal.path).problem(401, "unauthenticated")
    deal.purse.province.host.post(f"{deal.path}/submit", {}).problem(401, "unauthenticated")


def test_closing_early_needs_a_reason(deal):
    deal.to("paid")
    assert deal.step("close", body={}).errors() == {"/reason": "required"}


def test_handed_over_less_than_ordered(purse, shop):
    """The difference goes back to the budget, and only what was accepted is paid (domain.md §7.5)."""
    deal = purse.order(shop, [(shop.item["id"], 3)]).to("delivered")
    line = deal.order["lines"][0]["id"]
    too_many = {"lines": [{"lineId": line, "accepted": 4}]}
    assert deal.step("inspect-ok", body=too_many).errors() == {"/lines/0/accepted": "too_large"}
    deal.step("inspect-ok", body={"lines": [{"lineId": line, "accepted": 2}]}).expect(200)
    assert deal.order["lines"][0]["accepted"] == 2 and purse.ledger == (0, 2 * GROSS, 0)
    assert deal.order["totals"]["gross"] == 2 * GROSS and deal.order["totals"]["withheld"] == 0
    deal.to("paid")
    assert purse.ledger == (0, 0, 2 * GROSS)
