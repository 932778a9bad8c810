"""What both sides may bring over an order on its way: amendments, cancelling, termination, disputes, holds, ratings."""

import pytest

from journey.nusa import wait_for
from journey.purchase import REASON

PIECE = 1_110_000  # one piece at Rp 1,000,000 with VAT
TEN = 10 * PIECE


@pytest.fixture
def deal(purse, shop):
    return purse.order(shop, [(shop.item["id"], 10)])


def lines(deal, member, quantity):
    return [{"lineId": deal.order["lines"][0]["id"], member: quantity}]


def amend(deal, who, quantity):
    return deal.step("amend", who, {**REASON, "lines": lines(deal, "quantity", quantity)})


def overlays(deal):
    return [overlay["kind"] for overlay in deal.order["overlays"]]


@pytest.mark.parametrize("proposer, other", [("vendor", "officer"), ("officer", "vendor")])
def test_agreed_amendment_changes_quantity_and_budget(deal, purse, proposer, other):
    deal.to("accepted")
    amend(deal, proposer, 11).expect(200)
    assert deal.state == "accepted" and overlays(deal) == ["amendment_pending"]
    assert purse.ledger == (0, TEN, 0), "nothing moves before the answer"
    deal.step("start-delivery", "vendor").problem(409, "amendment_pending")
    amend(deal, other, 9).problem(409, "amendment_pending")
    deal.step("answer-amendment", proposer, {"accept": True}).problem(409, "own_proposal")
    assert "answer-amendment" not in deal.seen_by(proposer)["allowedTransitions"]
    deal.step("answer-amendment", other, {"accept": True}).expect(200)
    assert deal.order["lines"][0]["quantity"] == 11 and overlays(deal) == []
    assert deal.order["totals"]["gross"] == 11 * PIECE and purse.ledger == (0, 11 * PIECE, 0)
    deal.to("paid")
    assert purse.ledger == (0, 0, 11 * PIECE)


def test_refused_amendment_changes_nothing(deal, purse):
    deal.to("accepted")
    amend(deal, "vendor", 5).expect(200)
    deal.step("answer-amendment", "officer", {"accept": False, **REASON}).expect(200)
    assert deal.order["lines"][0]["quantity"] == 10 and purse.ledger == (0, TEN, 0) and overlays(deal) == []
    deal.step("answer-amendment", "officer", {"accept": True}).problem(409, "wrong_state")


def test_amendment_stays_within_a_tenth_of_the_first_value(deal):
    deal.to("accepted")
    answer = amend(deal, "officer", 12).problem(422, "rules_violated")
    found = next(one for one in answer["decision"]["violations"] if one["code"] == "ADDENDUM_LIMIT")
    assert found["severity"] == "block" and found["explanation"]["limit"] == 11 * PIECE
    amend(deal, "officer", 11).expect(200)
    deal.step("answer-amendment", "vendor", {"accept": True}).expect(200)
    amend(deal, "officer", 12).problem(422, "rules_violated")


def test_an_amendment_changes_something(deal):
    deal.to("accepted")
    assert amend(deal, "vendor", 10).errors() == {"/lines": "not_one_of"}
    same = {**REASON, "deliverBy": deal.order["deliverBy"]}
    assert deal.step("amend", "vendor", same).errors() == {"/deliverBy": "not_one_of"}
    assert overlays(deal) == []


def test_amendment_may_not_remove_every_line(deal):
    deal.to("accepted")
    assert amend(deal, "officer", 0).errors() == {"/lines": "too_small"}
    wrong = {**REASON, "lines": [{"lineId": deal.id, "quantity": 1}]}
    assert deal.step("amend", "officer", wrong).errors() == {"/lines/0/lineId": "not_found"}


def test_both_sides_cancel(deal, purse):
    deal.to("accepted")
    deal.step("cancel-mutual", "vendor", REASON).expect(200)
    assert deal.state == "accepted" and purse.ledger == (0, TEN, 0)
    deal.step("cancel-mutual", "vendor", {}).expect(200)
    assert deal.state == "accepted", "one side alone cancels nothing"
    deal.step("cancel-mutual", "officer", {}).expect(200)
    assert deal.state == "cancelled" and purse.ledger == (0, 0, 0)


def test_partial_handover_then_the_rest(deal, purse):
    deal.to("in_fulfilment")
    assert deal.step("partial-handover", "officer", {"lines": lines(deal, "accepted", 11)}).status == 422
    deal.step("partial-handover", "officer", {"lines": lines(deal, "accepted", 4)}).expect(200)
    assert deal.state == "in_fulfilment"
    deal.step("arrive").expect(200)
    assert deal.step("inspect-ok", "officer", {"lines": lines(deal, "accepted", 3)}).status == 422
    deal.step("inspect-ok", "officer", {"lines": lines(deal, "accepted", 9)}).expect(200)
    assert deal.order["totals"]["gross"] == 9 * PIECE and purse.ledger == (0, 9 * PIECE, 0)
    decided = deal.order["decision"]
    assert decided["totals"] == deal.order["totals"]
    assert sum(tax["amount"] for tax in decided["taxes"] if tax["code"] != "PPN") == decided["totals"]["withheld"]


def test_termination_gives_time_to_mend(deal):
    deal.to("in_fulfilment")
    assert deal.step("terminate", "officer", {}).errors() == {"/reason": "required"}
    deal.step("terminate", "officer", REASON).expect(200)
    assert deal.state == "in_fulfilment"
    assert [timer["kind"] for timer in deal.order["timers"]] == ["cure"]
    deal.step("terminate", "officer", REASON).problem(409, "cure_running")


@pytest.mark.parametrize("opener, answerer", [("vendor", "officer"), ("officer", "vendor")])
def test_dispute_is_answered_and_decided(deal, opener, answerer):
    deal.to("handed_over")
    deal.step("open-dispute", opener, {**REASON, "amount": 500_000}).expect(200)
    assert overlays(deal) == ["dispute_open"] and deal.state == "handed_over"
    assert "dispute" in [timer["kind"] for timer in deal.order["timers"]]
    deal.step("open-dispute", answerer, REASON).problem(409, "dispute_open")
    deal.step("answer-dispute", opener, {"text": "Saya jawab sendiri."}).problem(409, "own_proposal")
    deal.step("answer-dispute", answerer, {"text": "Barang sesuai contoh."}).expect(200)
    deal.step("invoice").expect(200)
    decision = {"outcome": "part", "text": "Dibayar sebagian."}
    assert deal.step("close-dispute", "owner", decision).errors() == {"/amount": "required"}
    deal.step("close-dispute", "owner", {**decision, "amount": 300_000}).expect(200)
    assert overlays(deal) == []
    deal.to("paid")


def test_dispute_is_answered_once(deal):
    deal.to("accepted").step("open-dispute", "vendor", REASON).expect(200)
    deal.step("answer-dispute", "officer", {"text": "Sesuai."}).expect(200)
    deal.step("answer-dispute", "officer", {"text": "Sekali lagi."}).problem(409, "already_answered")


def test_arrival_ends_what_was_to_be_amended(deal):
    deal.to("in_fulfilment")
    amend(deal, "vendor", 9).expect(200)
    deal.step("arrive").expect(200)
    assert overlays(deal) == [] and deal.order["lines"][0]["quantity"] == 10
    deal.step("inspect-reject", body=REASON).expect(200)
    amend(deal, "vendor", 9).expect(200)


def test_dispute_may_end_an_order(deal, purse):
    deal.to("in_fulfilment")
    deal.step("open-dispute", "officer", REASON).expect(200)
    deal.step("terminate", "officer", REASON).problem(409, "dispute_open")
    deal.step("close-dispute", "owner", {"outcome": "end", "text": "Diakhiri."}).expect(200)
    assert deal.state == "terminated" and purse.ledger == (0, 0, 0)


def test_hold_stops_everything_but_few_steps(deal):
    deal.to("issued")
    assert deal.step("hold", "owner", {}).errors() == {"/reason": "required"}
    deal.step("hold", "owner", REASON).expect(200)
    assert overlays(deal) == ["hold"] and deal.order["overlays"][0]["until"]
    deal.step("accept", "vendor").problem(409, "on_hold")
    assert deal.seen_by("vendor")["allowedTransitions"] == []
    deal.step("hold", "owner", REASON).problem(409, "on_hold")
    deal.step("release", "owner", {}).expect(200)
    deal.step("release", "owner", {}).problem(409, "wrong_state")
    deal.to("accepted")


def test_auditor_holds_only_where_the_province_lets_it(deal):
    deal.to("submitted")
    assert "hold" not in deal.seen_by("auditor")["allowedTransitions"]
    assert "hold" in deal.seen_by("owner")["allowedTransitions"]
    deal.step("hold", "auditor", REASON).problem(403, "forbidden")
    deal.step("hold", "owner", REASON).expect(200)
    deal.step("hold", "auditor", REASON).problem(403, "forbidden")


def test_two_ratings_close_the_order(deal):
    deal.to("paid")
    assert deal.step("rate", "vendor", {"stars": 6}).errors() == {"/stars": "too_large"}
    deal.step("rate", "vendor", {"stars": 5, "text": "Bayar cepat."}).expect(200)
    deal.step("rate", "vendor", {"stars": 1}).problem(409, "already_rated")
    assert "rate" not in deal.order["allowedTransitions"]
    deal.step("rate", "officer", {"stars": 4}).expect(200)
    wait_for(lambda: deal.seen_by("auditor")["state"] == "closed", 5, "closed by both ratings")
    assert [rating["stars"] for rating in deal.seen_by("auditor")["ratings"]] == [5, 4]
    assert deal.seen_by("auditor")["history"][-1]["role"] == "system"
