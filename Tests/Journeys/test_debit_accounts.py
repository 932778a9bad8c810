"""AUTODEBIT: the accounts that the bank may debit, and the payment that has none."""

import secrets

import pytest

from journey.client import everything
from journey.desk import Clerk
from journey.purchase import REASON
from journey.purse import Purse
from journey.vendor import Shop


@pytest.fixture(scope="module")
def debited(provinces):
    """The province that pays by debit."""
    return next(one for one in provinces.values() if one.slug == "dki")


def account(unit, **changes):
    whole = {
        "unitId": unit,
        "bankCode": "111",
        "accountNumber": str(10**9 + secrets.randbelow(10**9)),
        "accountName": "Bendahara Pengeluaran",
        **changes,
    }
    return {name: value for name, value in whole.items() if value is not None}


def test_units_of_the_demonstration_have_an_account(debited, provinces):
    assert everything(debited.treasurer, "/debit-accounts") or everything(debited.auditor, "/debit-accounts")
    other = next(one for one in provinces.values() if one.slug != "dki")
    assert everything(other.auditor, "/debit-accounts") == []


def test_an_account_is_registered_and_closed(debited):
    purse = Purse(debited)
    body = account(purse.unit_id)
    for person in (debited.buyer, debited.auditor, debited.owner):
        person.post("/debit-accounts", body).problem(403, "forbidden")
    debited.buyer.get("/debit-accounts").problem(403, "forbidden")
    wrong = {"unitId": purse.unit_id, "bankCode": "1", "accountNumber": "x", "extra": 1}
    assert debited.treasurer.post("/debit-accounts", wrong).errors() == {
        "/bankCode": "bad_format",
        "/accountNumber": "bad_format",
        "/accountName": "required",
        "/extra": "unknown",
    }
    nowhere = debited.treasurer.post("/debit-accounts", account(debited.buyer.id))
    assert nowhere.errors() == {"/unitId": "not_found"}
    made = debited.treasurer.post("/debit-accounts", body).expect(201).json
    assert made["accountNumber"] == body["accountNumber"] and made["closedAt"] is None
    again = debited.treasurer.post("/debit-accounts", account(purse.unit_id))
    assert again.status == 409 and again.json["code"] == "already_registered"
    path = f"/debit-accounts/{made['id']}"
    assert debited.auditor.get(path).expect(200).json == made
    found = everything(debited.owner, "/debit-accounts", unitId=purse.unit_id)
    assert [one["id"] for one in found] == [made["id"]]
    closed = debited.treasurer.post(f"{path}/close", REASON).expect(200).json
    assert closed["closedAt"] and closed["closeReason"] == REASON["reason"]
    debited.treasurer.post(f"{path}/close", REASON).problem(409, "wrong_state")
    debited.treasurer.post("/debit-accounts", account(purse.unit_id)).expect(201)
    checked = debited.service.command("audit", "verify", "--tenant", debited.slug)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_payment_by_debit_needs_an_account(debited):
    """Closed for every unit above the order's, the debit is refused with its reason and its mend."""
    purse, shop = Purse(debited), Shop(debited)
    item = shop.product(price=1_000_000)
    deal = purse.order(shop, [(item["id"], 1)], paymentMode="AUTODEBIT").to("verified_for_payment")
    roots = [one for one in everything(debited.auditor, "/debit-accounts") if not one["closedAt"]]
    above = [one for one in roots if deal_pays_from(debited, purse, one)]
    for one in above:
        debited.treasurer.post(f"/debit-accounts/{one['id']}/close", REASON).expect(200)
    try:
        refused = deal.step("request-payment").problem(422, "rules_violated")
        (found,) = [one for one in refused["decision"]["violations"] if one["code"] == "PAY_MODE"]
        assert found["severity"] == "block" and "mendaftarkan rekening" in found["remedy"]["id"]
        made = debited.treasurer.post("/debit-accounts", account(purse.unit_id)).expect(201).json
        deal.step("request-payment").expect(200)
        assert deal.order["paymentPapers"]["debitAccountId"] == made["id"]
        deal.to("paid")
    finally:
        for one in above:
            debited.treasurer.post("/debit-accounts", account(one["unitId"])).expect(201)


def deal_pays_from(province, purse, account):
    """Whether an account is that of the purse's unit or of one above it."""
    units = {unit["id"]: unit for unit in everything(province.auditor, "/units")}
    unit = units[purse.unit_id]
    while unit:
        if unit["id"] == account["unitId"]:
            return True
        unit = units.get(unit["parentId"])
    return False


def test_the_treasurer_keeps_them_on_pages(debited):
    purse = Purse(debited)
    clerk = Clerk(debited.host, debited.named("treasurer"))
    assert "/debit-accounts" in clerk.see("/desk").links
    page = clerk.see("/debit-accounts")
    assert "Rekening autodebit" in page.text
    body = account(purse.unit_id)
    fields = {f"register.{name}": value for name, value in body.items()}
    wrong = clerk.refused("/debit-accounts", "/register", {**fields, "register.bankCode": "1"})
    assert "#register.bankCode" in wrong.links
    clerk.does("/debit-accounts", "/register", fields)
    [made] = everything(debited.treasurer, "/debit-accounts", unitId=purse.unit_id)
    path = f"/debit-accounts/{made['id']}"
    assert body["accountNumber"] in clerk.see(path, language="en").text
    clerk.does(path, "/close", {"close.reason": "Pindah bank."})
    assert "Pindah bank." in clerk.see(path).text
    Clerk(debited.host, debited.named("procurement_officer")).see("/debit-accounts", status=403)
