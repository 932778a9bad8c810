"""Taxes are frozen where a payment is verified (domain.md §7.4, `verify`): with what the vendor was paid since the
handover, and with the letters that it brought."""

from datetime import timedelta

import pytest

from journey.inbox import beside, spend
from journey.page import opened, sign_in
from journey.purchase import today
from journey.purse import Purse
from journey.vendor import Shop, nik

DECIDED = {"reason": "Peredaran sudah melewati Rp 500 juta; dipotong penuh."}


def letter(province):
    return {"number": "SK-UMKM-1", "validUntil": str(today(province.service) + timedelta(days=300))}


def stall(province, turnover):
    """A person without VAT in the exempt band, who has stated this turnover of the year."""
    number = nik(province.facts["code"])
    return Shop(
        province,
        legalForm="individual",
        ownerNik=number,
        npwp=number,
        vatRegistered=False,
        finalTaxLetter=letter(province),
        exemptBandStatement={"date": str(today(province.service)), "turnoverBefore": turnover},
    )


@pytest.fixture
def purse(province):
    return Purse(province, ceiling=100_000_000)


def withheld(deal):
    totals = deal.order["totals"]
    assert totals["netToVendor"] + totals["vatCollected"] + totals["withheld"] == totals["gross"]
    [part] = deal.order["parts"]
    assert part["totals"] == totals
    return totals["withheld"]


def told(person, deal):
    kinds = person.get("/notifications", limit=100).expect(200).json["items"]
    return [one for one in kinds if one["subject"]["id"] == deal.id and one["kind"] == "taxes_reckoned"]


def test_the_exempt_band_is_not_overrun(province, purse):
    seller = stall(province, 496_000_000)
    first, second = spend(purse, seller, 3_000_000), spend(beside(purse), seller, 3_000_000)
    for deal in (first, second):
        deal.to("invoiced")
        assert withheld(deal) == 0, "each alone is within the band"
    first.to("payment_requested")
    assert withheld(first) == 0 and told(seller.owner, first) == []
    asked = second.step("verify").problem(409, "justification_required")
    [review] = asked["decision"]["violations"]
    assert review["code"] == "REVIEW_REQUIRED" and review["explanation"]["reasons"] == ["exempt_band"]
    assert review["explanation"]["turnoverYearToDate"] == 499_000_000
    second.step("verify", body=DECIDED).expect(200)
    assert withheld(second) == 15_000, "as under FULL, api.md §5"
    event = second.seen_by("treasurer")["history"][-1]
    assert (event["transition"], event["reason"]) == ("verify", DECIDED["reason"])
    assert "REVIEW_REQUIRED" in [one["code"] for one in second.seen_by("auditor")["decision"]["violations"]]
    [notice] = told(seller.owner, second)
    assert "15.000" in notice["text"]
    assert len(told(province.treasurer, second)) == 1
    for deal in (first, second):
        deal.to("paid")
    assert (withheld(first), withheld(second)) == (0, 15_000)
    assert second.order["payment"]["amount"] == 2_985_000 and purse.ledger == (0, 0, 6_000_000)
    third = spend(beside(purse), seller, 3_000_000).to("paid")
    assert withheld(third) == 15_000, "the band is used up: nobody has to decide"
    checked = province.service.command("audit", "verify", "--tenant", province.slug)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_what_was_decided_at_the_issue_is_not_asked_again(province, purse):
    deal = spend(purse, stall(province, 498_000_000), 3_000_000).to("paid")
    assert withheld(deal) == 15_000


def test_a_letter_that_came_after_the_handover_counts(province, purse):
    seller = Shop(province, vatRegistered=False, legalForm="cooperative")
    deal = spend(purse, seller, 3_000_000).to("invoiced")
    assert withheld(deal) == 45_000
    seller.owner.patch(f"/vendors/{seller.id}", {"finalTaxLetter": letter(province)}).expect(200)
    deal.to("verified_for_payment")
    assert withheld(deal) == 15_000
    [tax] = [one for one in deal.order["decision"]["taxes"] if one["amount"]]
    assert tax["code"] == "PPH_FINAL" and tax["base"] == 3_000_000
    assert len(told(seller.owner, deal)) == 1
    deal.to("paid")
    assert deal.order["payment"]["amount"] == 2_985_000


def test_nothing_changes_where_nothing_has_changed(province, purse):
    seller = Shop(province)
    deal = spend(purse, seller, 3_000_000).to("invoiced")
    before = deal.seen_by("auditor")
    deal.to("payment_requested")
    after = deal.seen_by("auditor")
    assert (after["totals"], after["decision"]) == (before["totals"], before["decision"])
    assert told(seller.owner, deal) == []


def test_vat_stays_as_it_was_billed(province, purse):
    """A vendor that registers for VAT between invoice and verification has billed none."""
    seller = Shop(province, vatRegistered=False)
    deal = spend(purse, seller, 3_000_000).to("invoiced")
    seller.owner.patch(f"/vendors/{seller.id}", {"vatRegistered": True})
    deal.to("paid")
    assert deal.order["totals"]["vat"] == 0 and deal.order["totals"]["gross"] == 3_000_000


def test_the_page_takes_what_was_decided(province, purse):
    clerk, _ = sign_in(province.host, province.named("finance_verifier"))
    deal = spend(purse, stall(province, 100), 2_500_000).to("invoiced")
    assert "Keputusan tentang pajaknya" in opened(province.host, deal.path, clerk).text
