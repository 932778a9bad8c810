"""Separation of duties, by person, on one order (api.md §6)."""

from journey.purchase import Purchase
from journey.purse import Purse


def refused(answer):
    """403 separation_of_duties, and nothing happened."""
    return answer.problem(403, "separation_of_duties")


def test_who_creates_does_not_issue(province, shop):
    both = province.double()
    purse = Purse(province, officer=both)
    made = both.post("/orders", purse.body(shop.id, [(shop.item["id"], 1)])).expect(201).json
    deal = Purchase(purse, shop, made)
    assert both.post(f"{deal.path}/submit", {}).expect(200).json["state"] == "submitted"
    assert "issue" not in both.get(deal.path).expect(200).json["allowedTransitions"]
    refused(both.post(f"{deal.path}/issue", deal.body("issue")))
    assert deal.seen_by("auditor")["state"] == "submitted" and purse.ledger == (1_110_000, 0, 0)


def test_who_submits_does_not_issue(province, shop):
    both = province.double()
    purse = Purse(province, officer=both)
    deal = purse.order(shop, [(shop.item["id"], 1)])
    both.post(f"{deal.path}/submit", {}).expect(200)
    refused(both.post(f"{deal.path}/issue", deal.body("issue")))


def test_who_submitted_once_does_not_issue_what_another_submits_again(province, shop):
    both = province.double()
    purse = Purse(province, officer=both)
    deal = purse.order(shop, [(shop.item["id"], 1)])
    both.post(f"{deal.path}/submit", {}).expect(200)
    both.post(f"{deal.path}/return", {"reason": "Perbaiki."}).expect(200)
    deal.step("submit").expect(200)
    refused(both.post(f"{deal.path}/issue", deal.body("issue")))


def test_the_double_role_may_issue_what_another_made(province, shop):
    both = province.double()
    purse = Purse(province, officer=both)
    deal = purse.order(shop, [(shop.item["id"], 1)], submit=True)
    assert both.post(f"{deal.path}/issue", deal.body("issue")).expect(200).json["state"] == "issued"


def test_who_creates_does_not_receive(province, shop):
    both = province.double()
    purse = Purse(province, officer=both, assign=False)
    province.owner.post(
        f"/packages/{purse.package['id']}/assign", {"commitmentOfficerId": province.officer.id}
    ).expect(200)
    made = both.post("/orders", purse.body(shop.id, [(shop.item["id"], 1)], submit=True)).expect(201).json
    purse.officer = province.officer
    deal = Purchase(purse, shop, made).to("delivered")
    # Assigned again, the package's open orders move to the person who made this one.
    province.owner.post(f"/packages/{purse.package['id']}/assign", {"commitmentOfficerId": both.id}).expect(
        200
    )
    refused(both.post(f"{deal.path}/inspect-ok", {}))


def test_another_officers_package_is_not_there(province, purse, shop):
    """A package once assigned belongs to its commitment officer; for the other it is 404."""
    deal = purse.order(shop, [(shop.item["id"], 1)], submit=True)
    other = province.person("commitment_officer", 1)
    other.post(f"{deal.path}/issue", deal.body("issue")).problem(404, "not_found")


def test_unassigned_package_cannot_be_submitted(province, shop):
    purse = Purse(province, assign=False)
    deal = purse.order(shop, [(shop.item["id"], 1)])
    deal.step("submit", "buyer").problem(409, "package_not_assigned")
    purse.assign()
    deal.step("submit", "buyer").expect(200)


def test_stranger_of_another_vendor_sees_nothing(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 1)]).to("issued")
    other = province.person("vendor_owner", 0)
    other.get(deal.path).problem(404, "not_found")
    other.post(f"{deal.path}/accept", {}).problem(404, "not_found")
