"""Parts of an order with their money: lateness, payment of what a terminated order had accepted, payment in parts."""

import secrets
import shutil
from datetime import date, datetime, timedelta

import pytest

from journey.appointment import official
from journey.desk import Clerk
from journey.province import Province
from journey.purchase import REASON, today
from journey.purse import Purse
from journey.service import TENANTS, Service
from journey.tender import advance
from journey.vendor import Shop

PIECE, NET = 1_110_000, 985_000  # one piece at Rp 1,000,000: with VAT, and less VAT and 1.5 % income tax


def lines(deal, member, quantity):
    return [{"lineId": deal.order["lines"][0]["id"], member: quantity}]


def hand_over(deal, quantity):
    return deal.step("partial-handover", "officer", {"lines": lines(deal, "accepted", quantity)})


def spending(deal):
    """What the order's unit spent, as the public reads it."""
    report = deal.purse.province.host.get("/reports/spending").expect(200).json
    return next(row for row in report["items"] if row["unitId"] == deal.order["unitId"])


@pytest.fixture
def deal(purse, shop):
    return purse.order(shop, [(shop.item["id"], 3)])


def test_a_delivery_in_time_owes_nothing(deal):
    deal.to("handed_over")
    [part] = deal.order["parts"]
    assert part["totals"] == deal.order["totals"] and part["penalty"] is None and deal.order["penalty"] is None
    assert part["allowedTransitions"] == [] and part["apart"] is False
    assert deal.order["due"] == {"gross": 3 * PIECE, "netToVendor": 3 * NET, "penalty": 0, "transfer": 3 * NET}


def test_taxes_show_when_they_are_deposited(purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 3)], deliverBy=str(today(purse.province.service)))
    deal.to("paid")
    payment = deal.order["payment"]
    assert payment["amount"] == payment["transferred"] == 3 * NET and payment["penalty"] == 0
    assert purse.ledger == (0, 0, 3 * PIECE)
    deposits = {entry["code"]: entry for entry in deal.order["deposits"]}
    assert set(deposits) == {"PPN", "PPH22"} and deposits["PPN"]["amount"] == 330_000
    assert deposits["PPH22"]["depositBy"] == payment["paidOn"], "LS: the same day"
    assert date.fromisoformat(deposits["PPH22"]["reportBy"]).day == 20


def test_stamp_and_checklist(deal, purse, shop):
    assert deal.order["stampDuty"] is None
    dear = purse.order(shop, [(shop.item["id"], 10)])
    stamp = dear.order["stampDuty"]
    assert (stamp["amount"], stamp["paper"], stamp["on"]) == (10_000, "receipt", 10 * PIECE)
    assert stamp["legal"].startswith("UU 10/2020")
    dear.to("invoiced")
    checklist = dear.order["checklist"]
    assert checklist["evidenceForm"] == "receipt_bill" and "receipt" in checklist["missing"]
    assert "tax_invoice" not in checklist["missing"] and "handover" not in checklist["missing"]
    dear.step("verify").expect(200)


def test_parts_are_not_paid_by_themselves_unless_the_province_says_so(deal, purse):
    deal.to("in_fulfilment")
    hand_over(deal, 1).expect(200)
    part = deal.part(1)
    assert part["totals"]["withheld"] == 15_000, "the whole is above the threshold"
    assert deal.part_step(1, "invoice", "vendor").problem(409, "payment_not_partial")["detail"]
    assert deal.who("vendor").post(f"{deal.path}/parts/{deal.id}/invoice", {}).problem(404, "not_found")
    deal.to("paid")
    assert [part["totals"]["gross"] for part in deal.order["parts"]] == [PIECE, 2 * PIECE]
    assert deal.order["totals"]["netToVendor"] == 3 * NET and purse.ledger == (0, 0, 3 * PIECE)


def test_what_a_terminated_order_had_accepted_is_paid(deal, purse):
    deal.to("in_fulfilment")
    whole = spending(deal)["gross"]
    hand_over(deal, 2).expect(200)
    deal.step("open-dispute", "vendor", REASON).expect(200)
    deal.step("close-dispute", "owner", {"outcome": "end", "text": "Diakhiri."}).expect(200)
    assert deal.state == "terminated" and purse.ledger == (0, 2 * PIECE, 0)
    assert spending(deal)["gross"] == whole - PIECE, "what was not accepted is no purchase"
    assert deal.seen_by("vendor")["parts"][0]["allowedTransitions"] == ["invoice"]
    deal.part_step(1, "verify", "checker").problem(409, "wrong_state")
    deal.part_step(1, "invoice", "vendor").expect(200)
    assert deal.part(1)["state"] == "invoiced" and deal.part(1)["dueAt"] and deal.state == "terminated"
    deal.part_step(1, "query", "treasurer").expect(200)
    for step, who in [("invoice", "vendor"), ("verify", "checker"), ("request-payment", "treasurer")]:
        deal.part_step(1, step, who).expect(200)
    deal.part_step(1, "approve-payment", "owner").expect(200)
    wrong = {**deal.part_body(1, "confirm-paid"), "amount": 3 * NET}
    assert deal.part_step(1, "confirm-paid", "treasurer", wrong).errors() == {"/amount": "not_one_of"}
    deal.part_step(1, "confirm-paid", "treasurer").expect(200)
    assert deal.part(1)["payment"]["amount"] == 2 * NET and purse.ledger == (0, 0, 2 * PIECE)
    assert deal.state == "terminated" and deal.order["history"][-1]["transition"] == "confirm-paid"


def test_a_part_found_due_lowers_what_is_paid(purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 10)]).to("invoiced")
    deal.step("open-dispute", "officer", {**REASON, "amount": 1_000_000}).expect(200)
    deal.step("answer-dispute", "vendor", {"text": "Sebagian rusak di jalan."}).expect(200)
    found = {"outcome": "part", "amount": 9_000_000, "text": "Sembilan juta yang dibayar."}
    deal.step("close-dispute", "owner", found).expect(200)
    totals = deal.order["totals"]
    assert totals["gross"] == 9_000_000 and totals["priceExVat"] == 8_108_108 and totals["vat"] == 891_892
    assert totals["netToVendor"] == 8_108_108 - 121_622 and purse.ledger == (0, 9_000_000, 0)
    assert deal.order["decision"]["totals"] == totals and sum(x["gross"] for x in deal.order["lines"]) == 9_000_000
    deal.to("paid")
    assert purse.ledger == (0, 0, 9_000_000)


@pytest.fixture(scope="module")
def paying_in_parts(tmp_path_factory):
    """A service whose provinces pay in parts, on a clock that the test moves."""
    folder = tmp_path_factory.mktemp("parts")
    folder.chmod(0o755)
    shutil.copytree(TENANTS, folder / "Tenants")
    for file in (folder / "Tenants").glob("*/tenant.yaml"):
        file.write_text(file.read_text().replace("partial: false", "partial: true"))
    running = Service("--now", "2027-04-05T08:00:00+07:00")
    running.environment = {"EORDER_TENANTS_DIR": str(folder / "Tenants")}
    running.tenants = folder
    running.start()
    yield running
    running.remove()


def test_parts_are_paid_by_themselves_and_late_ones_owe(paying_in_parts):
    service = paying_in_parts
    province = Province(service, "dki")
    shop = Shop(province)
    shop.item = shop.product(price=1_000_000)
    purse = Purse(province)
    deal = purse.order(shop, [(shop.item["id"], 3)]).to("in_fulfilment")
    hand_over(deal, 1).expect(200)
    before = spending(deal)
    deal.pay_part(1)
    assert spending(deal) == {**before, "paid": before["paid"] + PIECE}
    assert deal.part(1)["payment"]["amount"] == NET and purse.ledger == (0, 2 * PIECE, PIECE)
    assert deal.order["due"]["netToVendor"] == 2 * NET
    # Three days after the last day of delivery the rest arrives.
    due = date.fromisoformat(deal.order["deliverBy"])
    late = (due + timedelta(days=3) - today(service)).days * 86_400
    service.administrator().post("/clock", {"advanceSeconds": late}).expect(200)
    province.wake()
    deal.to("handed_over")
    penalty = deal.order["penalty"]
    assert (penalty["days"], penalty["base"], penalty["amount"]) == (3, 2_000_000, 6_000)
    assert penalty["rule"].startswith("LATE_PENALTY@") and "79(4)" in penalty["legal"]
    assert deal.order["totals"]["netToVendor"] == 3 * NET
    assert deal.order["due"] == {
        "gross": 2 * PIECE,
        "netToVendor": 2 * NET,
        "penalty": 6_000,
        "transfer": 2 * NET - 6_000,
    }
    deal.to("payment_approved")
    whole = {**deal.body("confirm-paid"), "amount": 3 * NET}
    assert deal.step("confirm-paid", body=whole).errors() == {"/amount": "not_one_of"}
    used = {**deal.body("confirm-paid"), "reference": deal.part(1)["payment"]["reference"]}
    deal.step("confirm-paid", body=used).problem(409, "already_registered")
    deal.step("confirm-paid", body={**deal.body("confirm-paid"), "penaltyReference": "STS-77"}).expect(200)
    payment = deal.order["payment"]
    assert payment["penalty"] == 6_000 and payment["transferred"] == 2 * NET - 6_000
    assert payment["penaltyReference"] == "STS-77" and purse.ledger == (0, 0, 3 * PIECE)
    answer = service.command("audit", "verify", "--tenant", "dki")
    assert answer.returncode == 0, (answer.stdout + answer.stderr).decode()


def test_nobody_is_late_before_there_was_an_order(province, shop, purse):
    """A last day that had passed when the order was issued, by a slip or a draft that lay, fines nobody."""
    yesterday = str(today(province.service) - timedelta(days=10))
    deal = purse.order(shop, [(shop.item["id"], 1)], deliverBy=yesterday).to("handed_over")
    assert deal.order["penalty"] is None


def test_days_of_paper_are_plausible(province, shop, purse):
    deal = purse.order(shop, [(shop.item["id"], 1)]).to("handed_over")
    tomorrow, long_ago = str(today(province.service) + timedelta(days=1)), "2017-03-05"
    bill = deal.body("invoice")
    for wrong, code in ((tomorrow, "too_large"), (long_ago, "too_small")):
        assert deal.step("invoice", "vendor", {**bill, "date": wrong}).errors() == {"/date": code}
    deal.to("payment_approved")
    paid = deal.body("confirm-paid")
    for wrong, code in ((tomorrow, "too_large"), (long_ago, "too_small")):
        assert deal.step("confirm-paid", body={**paid, "paidOn": wrong}).errors() == {"/paidOn": code}
    deal.to("paid")


def test_the_rest_waits_for_the_parts(paying_in_parts):
    province = Province(paying_in_parts, "dki")
    province.wake()
    shop = Shop(province)
    shop.item = shop.product(price=1_000_000)
    deal = Purse(province).order(shop, [(shop.item["id"], 3)]).to("in_fulfilment")
    hand_over(deal, 1).expect(200)
    deal.part_step(1, "invoice", "vendor").expect(200)
    deal.to("payment_approved")
    deal.step("confirm-paid").problem(409, "part_unpaid")
    for step, who in [
        ("verify", "checker"),
        ("request-payment", "treasurer"),
        ("approve-payment", "owner"),
        ("confirm-paid", "treasurer"),
    ]:
        deal.part_step(1, step, who).expect(200)
    deal.step("confirm-paid").expect(200)
    assert deal.order["payment"]["amount"] == 2 * NET


@pytest.fixture
def apart(paying_in_parts):
    """Makes orders of three pieces in delivery, of which so many were handed over and paid by themselves."""
    province = Province(paying_in_parts, "dki")
    province.wake()
    shop = Shop(province)
    shop.item = shop.product(price=1_000_000)
    purse = Purse(province, ceiling=200_000_000)

    def make(count):
        deal = purse.order(shop, [(shop.item["id"], 3)], deliverBy="2027-06-01").to("in_fulfilment")
        if count:
            hand_over(deal, count).expect(200)
            deal.pay_part(1)
        return deal

    make.purse = purse
    return make


def decide(deal, outcome, amount=None):
    """A dispute of the vendor, opened and decided at once; the answer as it is."""
    deal.step("open-dispute", "vendor", REASON).expect(200)
    body = {"outcome": outcome, "text": "Diputuskan.", **({"amount": amount} if amount is not None else {})}
    return deal.step("close-dispute", "owner", body)


def adds_up(deal):
    """The sums of the order, of its parts and of what is still due."""
    order = deal.order
    for totals in [order["totals"], *[part["totals"] for part in order["parts"]]]:
        taken = totals["netToVendor"] + totals["vatCollected"] + totals["withheld"]
        assert taken == totals["gross"] and min(totals.values()) >= 0, totals
    for member, whole in order["totals"].items():
        assert sum(part["totals"][member] for part in order["parts"]) == whole, member
    for member in ["priceExVat", "vatBase", "vat", "gross"]:
        assert sum(line[member] for line in order["lines"]) == order["totals"][member], member
    taxes = order["decision"]["taxes"]
    assert sum(tax["amount"] for tax in taxes if tax["code"] == "PPN") == order["totals"]["vat"]
    income = [tax["amount"] for tax in taxes if tax["code"] != "PPN" and tax["collectedBy"] != "none"]
    assert sum(income) == order["totals"]["withheld"]


def test_the_taxes_of_a_part_are_told_and_wait_for_their_receipts(apart):
    deal, province = apart(2), apart.purse.province
    treasurer = Clerk(province.host, province.named("treasurer"))
    html = treasurer.html(deal.path)
    assert "Nilai dan pajak – Bagian 1" in html and 'id="do-tax-receipt.PPN.1"' in html
    assert "× Rp2.000.000 = Rp30.000" in html and "× Rp2.000.000 = Rp220.000" in html
    links = [link for link in treasurer.see("/desk").links if deal.id in link]
    assert f"{deal.path}#do-tax-receipt.PPH22.1" in links and f"{deal.path}#do-tax-receipt.PPN.1" in links
    assert not any(link.endswith(("PPN", "PPH22")) for link in links), "the rest is not paid yet"


def test_no_finding_lies_below_what_was_billed_by_itself(apart):
    deal = apart(2)
    assert decide(deal, "part", 1_000_000).errors() == {"/amount": "too_small"}
    found = {"outcome": "part", "amount": 2 * PIECE, "text": "Dua yang baik."}
    deal.step("close-dispute", "owner", found).expect(200)
    deal.to("handed_over")
    adds_up(deal)
    assert deal.order["totals"]["gross"] == 2 * PIECE and deal.order["due"]["gross"] == 0


def test_a_part_is_worth_no_more_than_was_found_due(apart):
    before = sum(apart.purse.ledger)
    deal = apart(0)
    decide(deal, "part", 500_000).expect(200)
    hand_over(deal, 2).expect(200)
    assert deal.part(1)["totals"]["gross"] == 500_000
    assert deal.part(1)["totals"]["withheld"] == 6_757, "the whole is above the threshold"
    deal.pay_part(1)
    deal.to("paid")
    adds_up(deal)
    assert deal.order["totals"]["gross"] == 500_000 and sum(apart.purse.ledger) == before + 500_000


def test_an_order_ends_with_no_more_than_was_found_due(apart):
    deal = apart(0)
    hand_over(deal, 2).expect(200)
    decide(deal, "part", 1_000_000).expect(200)
    assert deal.part(1)["totals"]["gross"] == 1_000_000
    decide(deal, "end").expect(200)
    assert deal.state == "terminated" and deal.order["due"]["gross"] == 1_000_000
    deal.pay_part(1)
    assert deal.part(1)["payment"]["amount"] == deal.part(1)["totals"]["netToVendor"]
    assert deal.order["due"] == {"gross": 0, "netToVendor": 0, "penalty": 0, "transfer": 0}


def test_what_was_paid_by_itself_keeps_its_taxes(apart):
    """A letter that came after the first part was paid counts for what is paid after it."""
    deal = apart(1)
    until = str(today(apart.purse.province.service) + timedelta(days=300))
    letter = {"finalTaxLetter": {"number": "SK-9", "validUntil": until}}
    deal.shop.owner.patch(f"/vendors/{deal.shop.id}", letter).expect(200)
    hand_over(deal, 1).expect(200)
    deal.pay_part(2)
    assert [part["totals"]["withheld"] for part in deal.order["parts"]] == [15_000, 5_000]
    deal.to("paid")
    adds_up(deal)
    assert deal.order["totals"]["withheld"] == 25_000
    assert {tax["code"] for tax in deal.order["decision"]["taxes"] if tax["amount"]} == {"PPN", "PPH22", "PPH_FINAL"}


def test_a_finding_after_the_handover_leaves_what_was_paid(apart):
    deal = apart(1).to("handed_over")
    decide(deal, "part", 2_000_000).expect(200)
    adds_up(deal)
    due = deal.order["due"]
    assert due["gross"] == 2_000_000 - PIECE and due["netToVendor"] == 890_000 - 88_198 - 12_027
    deal.to("paid")
    deposits = {entry["code"]: entry["amount"] for entry in deal.order["deposits"]}
    assert deposits == {"PPN": 88_198, "PPH22": 12_027}
    assert deal.order["payment"]["amount"] == due["netToVendor"]


def test_a_decision_to_pay_lifts_an_earlier_finding(apart):
    deal = apart(0)
    hand_over(deal, 1).expect(200)
    decide(deal, "part", 500_000).expect(200)
    decide(deal, "pay").expect(200)
    assert deal.part(1)["totals"]["gross"] == PIECE
    deal.to("handed_over")
    adds_up(deal)
    assert deal.order["totals"]["netToVendor"] == 3 * NET
    decide(deal, "part", 1_500_000).expect(200)
    assert deal.order["totals"]["gross"] == 1_500_000
    deal.to("verified_for_payment")
    decide(deal, "pay").expect(200)
    assert deal.state == "invoiced" and deal.order["totals"]["netToVendor"] == 3 * NET
    adds_up(deal)
    deal.to("paid")
    service = apart.purse.province.service
    answer = service.command("audit", "verify", "--tenant", "dki")
    assert answer.returncode == 0, (answer.stdout + answer.stderr).decode()


def test_an_outcome_that_can_do_nothing_is_refused(apart):
    deal = apart(0).to("handed_over")
    assert decide(deal, "redo").errors() == {"/outcome": "not_one_of"}
    ended = {"outcome": "end", "text": "Diakhiri."}
    assert deal.step("close-dispute", "owner", ended).errors() == {"/outcome": "not_one_of"}


def test_who_signed_a_part_pays_nothing_of_the_order(apart):
    purse, province = apart.purse, apart.purse.province
    person = {"nip": f"198501012010011{secrets.randbelow(900) + 100}"}
    signer = official(province, ["commitment_officer"], province.home, **person)
    payer = official(province, ["treasurer"], province.home, **person)
    deal = apart(0)

    def assign(officer):
        body = {"commitmentOfficerId": officer.id}
        province.owner.post(f"/packages/{purse.package['id']}/assign", body).expect(200)

    assign(signer)
    signed = signer.post(f"{deal.path}/partial-handover", {"lines": lines(deal, "accepted", 1)})
    deal.order = signed.expect(200).json
    assign(province.officer)
    deal.part_step(1, "invoice", "vendor").expect(200)
    deal.part_step(1, "verify", "checker").expect(200)
    part = f"{deal.path}/parts/{deal.part(1)['id']}/request-payment"
    payer.post(part, {}).problem(403, "separation_of_duties")
    deal.to("verified_for_payment")
    payer.post(f"{deal.path}/request-payment", {}).problem(403, "separation_of_duties")
    assert "request-payment" not in payer.get(deal.path).expect(200).json["allowedTransitions"]
    deal.step("request-payment").expect(200)


def test_who_asked_for_one_payment_approves_none_of_the_order(apart):
    province = apart.purse.province
    person = {"nip": f"198501012010011{secrets.randbelow(900) + 100}"}
    asker = official(province, ["treasurer"], province.home, **person)
    approver = official(province, ["budget_owner"], province.home, **person)
    deal = apart(0)
    for number in (1, 2):
        hand_over(deal, 1).expect(200)
        for step, who in (("invoice", "vendor"), ("verify", "checker")):
            deal.part_step(number, step, who).expect(200)
    first, second = (f"{deal.path}/parts/{deal.part(number)['id']}" for number in (1, 2))
    deal.order = asker.post(f"{first}/request-payment", {}).expect(200).json
    deal.part_step(2, "request-payment", "treasurer").expect(200)
    approver.post(f"{second}/approve-payment", {}).problem(403, "separation_of_duties")
    deal.part_step(2, "approve-payment", "owner").expect(200)


def test_who_issued_an_order_first_does_not_pay_it(apart):
    purse, province = apart.purse, apart.purse.province
    person = {"nip": f"198501012010011{secrets.randbelow(900) + 100}"}
    issuer = official(province, ["commitment_officer"], province.home, **person)
    payer = official(province, ["treasurer"], province.home, **person)
    shop = apart(0).shop
    deal = purse.order(shop, [(shop.item["id"], 1)], deliverBy="2027-06-01").to("submitted")
    assign = f"/packages/{purse.package['id']}/assign"
    province.owner.post(assign, {"commitmentOfficerId": issuer.id}).expect(200)
    issuer.post(f"{deal.path}/issue", deal.body("issue")).expect(200)
    deal.step("decline", "vendor", REASON).expect(200)
    province.owner.post(assign, {"commitmentOfficerId": province.officer.id}).expect(200)
    deal.step("reissue", "officer", deal.body("issue")).expect(200)
    deal.to("verified_for_payment")
    payer.post(f"{deal.path}/request-payment", {}).problem(403, "separation_of_duties")
    deal.to("paid")


def test_the_year_closes(paying_in_parts):
    """What was only set aside is free again; what is bound is carried over, and both are told."""
    service = paying_in_parts
    administrator = service.administrator()
    province = Province(service, "sumbar")
    shop = Shop(province)
    shop.item = shop.product(price=1_000_000)
    told = administrator.post("/clock", {"advanceSeconds": 1}).expect(200).json["now"]
    now = datetime.fromisoformat(told.replace("Z", "+00:00"))
    last_days = datetime.fromisoformat("2027-12-29T08:00:00+07:00") - now
    administrator.post("/clock", {"advanceSeconds": int(last_days.total_seconds())}).expect(200)
    province.wake()
    purse = Purse(province)
    waiting = purse.order(shop, [(shop.item["id"], 1)], deliverBy="2027-12-31").to("submitted")
    bound = purse.order(shop, [(shop.item["id"], 2)], deliverBy="2027-12-31").to("accepted")
    assert purse.ledger == (PIECE, 2 * PIECE, 0)
    more = {**REASON, "deliverBy": "2028-03-01"}
    assert bound.step("amend", "officer", more).errors() == {"/deliverBy": "too_large"}
    assert bound.step("amend", "officer", REASON).errors() == {"/lines": "required"}
    bound.step("amend", "officer", {**REASON, "deliverBy": "2028-01-20"}).expect(200)
    bound.step("answer-amendment", "vendor", {"accept": True}).expect(200)
    assert bound.order["deliverBy"] == "2028-01-20" and bound.order["totals"]["gross"] == 2 * PIECE
    for _ in range(2):
        service.administrator().post("/clock", {"advanceSeconds": 4 * 86_400}).expect(200)
    province.wake()
    returned = waiting.seen_by("auditor")
    assert returned["state"] == "draft" and purse.ledger == (0, 2 * PIECE, 0)
    assert [entry["role"] for entry in returned["history"] if entry["transition"] == "return"] == ["system"]
    report = province.auditor.get("/reports/cross-year", year=2027).expect(200).json
    [row] = [item for item in report["items"] if item["orderId"] == bound.id]
    assert report["closed"] and (row["carriedOver"], row["open"]) == (2 * PIECE, 2 * PIECE)
    table = province.auditor.get("/reports/cross-year", year=2027, format="csv").expect(200)
    assert table.headers["content-type"].startswith("text/csv") and bound.id in table.text
    bound.to("paid")
    assert purse.ledger == (0, 0, 2 * PIECE) and bound.order["penalty"] is None
    report = province.auditor.get("/reports/cross-year", year=2027).expect(200).json
    [row] = [item for item in report["items"] if item["orderId"] == bound.id]
    assert (row["carriedOver"], row["open"]) == (2 * PIECE, 0)
    assert province.buyer.get("/reports/cross-year", year=2027).status == 403
    answer = service.command("audit", "verify", "--tenant", "sumbar")
    assert answer.returncode == 0, (answer.stdout + answer.stderr).decode()


def test_an_order_that_was_paid_part_by_part_needs_no_further_invoice(apart):
    province, before = apart.purse.province, apart.purse.ledger[2]
    deal = apart(3).to("handed_over")
    assert deal.order["due"]["gross"] == 0
    advance(province, 1)
    seen = deal.seen_by("officer")
    assert seen["state"] == "paid" and seen["history"][-1]["transition"] == "settle"
    assert seen["history"][-1]["role"] == "system" and apart.purse.ledger[2] == before + 3 * PIECE
    assert "rate" in seen["allowedTransitions"]
    deal = apart(2).to("handed_over")
    advance(province, 1)
    assert deal.seen_by("vendor")["state"] == "handed_over", "the third piece is billed with the order"
    deal.part_step(1, "invoice", "vendor").problem(409, "wrong_state")


def wares(province, *prices):
    """A shop that bills VAT, with a product at each price; (price, whether VAT is in it)."""
    made = Shop(province, vatRegistered=True)
    return made, [made.product(price=price, priceIncludesVat=included) for price, included in prices]


def some(deal, *accepted):
    return {"lines": [{"lineId": line["id"], "accepted": each} for line, each in zip(deal.order["lines"], accepted)]}


def test_verifying_what_was_found_due_of_parts_changes_no_sum(province, purse):
    shop, (dear, cheap) = wares(province, (2_000_001, False), (999_999, True))
    deal = purse.order(shop, [(dear["id"], 4), (cheap["id"], 3)]).to("in_fulfilment")
    deal.step("partial-handover", "officer", some(deal, 1, 0)).expect(200)
    deal.to("invoiced")
    decide(deal, "part", 3_960_000).expect(200)
    found = deal.order["totals"]
    adds_up(deal)
    deal.to("verified_for_payment")
    adds_up(deal)
    assert deal.order["totals"] == found, "and the tax that was invoiced stays"
    deal.to("paid")
    adds_up(deal)


def test_three_lowered_parts_are_taxed_part_by_part(province, purse):
    shop, (item,) = wares(province, (1_801_802, False))
    deal = purse.order(shop, [(item["id"], 6)]).to("in_fulfilment")
    for _ in range(2):
        deal.step("partial-handover", "officer", some(deal, 1)).expect(200)
    deal.to("invoiced")
    decide(deal, "part", 2_000_000).expect(200)
    deal.to("paid")
    adds_up(deal)


def test_what_was_billed_as_found_does_not_rise_again(paying_in_parts):
    province = Province(paying_in_parts, "dki")
    shop, (item,) = wares(province, (1_801_802, False))
    deal = Purse(province).order(shop, [(item["id"], 3)]).to("in_fulfilment")
    decide(deal, "part", 4_000_000).expect(200)
    deal.step("partial-handover", "officer", some(deal, 3)).expect(200)
    deal.part_step(1, "invoice", "vendor").expect(200)
    assert decide(deal, "pay").errors() == {"/outcome": "not_one_of"}
    deal.step("close-dispute", "owner", {"outcome": "part", "amount": 4_000_000, "text": "Tetap."}).expect(200)
    deal.to("handed_over")
    assert deal.order["totals"]["gross"] == 4_000_000
    adds_up(deal)


def test_a_paid_part_keeps_its_taxes_whatever_the_rest_comes_to(paying_in_parts):
    province = Province(paying_in_parts, "dki")
    shop, (small, large) = wares(province, (33_333, False), (1_000_000, False))
    deal = Purse(province).order(shop, [(small["id"], 2), (large["id"], 3)]).to("in_fulfilment")
    deal.step("partial-handover", "officer", some(deal, 2, 1)).expect(200)
    deal.pay_part(1)
    paid = deal.part(1)["totals"]
    changed = [{"lineId": deal.order["lines"][1]["id"], "quantity": 1}]
    deal.step("amend", "vendor", {**REASON, "lines": changed}).expect(200)
    deal.step("answer-amendment", "officer", {"accept": True}).expect(200)
    deal.to("handed_over")
    assert deal.order["totals"] == paid
    adds_up(deal)
