"""Vendors after they were verified: sanctions, the national blacklist, new accounts, regions."""

import secrets

import pytest

from journey.client import everything
from journey.purchase import REASON
from journey.purse import Purse
from journey.tables import import_csv, table
from journey.vendor import Shop, digits, hand_in, register, verify

ENTRY = ["decree", "name", "npwp", "nib", "from", "until", "act"]


def entry(vendor, **changes):
    return {
        "decree": "SK-DH/" + secrets.token_hex(4),
        "name": vendor["businessName"],
        "npwp": "",
        "nib": vendor["nib"],
        "from": "2025-01-15",
        "until": "2099-01-15",
        "act": "Memalsukan dokumen.",
        **changes,
    }


def kinds_told(person):
    return [notice["kind"] for notice in everything(person, "/notifications")]


def test_national_blacklist_stops_a_vendor_but_not_its_orders(province):
    shop = Shop(province)
    item = shop.product(price=1_000_000)
    deal = Purse(province).order(shop, [(item["id"], 1)]).to("accepted")
    rows = [entry(shop.vendor)]
    text = table(ENTRY, rows)
    told = import_csv(province.administrator, "blacklist", text, dryRun="true").expect(200).json
    assert told == {"imported": 1, "updated": 0, "unchanged": 0}
    assert shop.owner.get(f"/vendors/{shop.id}").json["state"] == "verified"
    import_csv(province.administrator, "blacklist", text).expect(200)
    vendor = province.auditor.get(f"/vendors/{shop.id}").expect(200).json
    assert vendor["state"] == "blacklisted" and vendor["decree"] == rows[0]["decree"]
    assert vendor["until"] == "2099-01-15" and {"pointer": "/nib", "code": "blacklisted"} in vendor["warnings"]
    province.host.get(f"/products/{item['id']}").problem(404, "not_found")
    seen = deal.seen_by("officer")
    assert seen["state"] == "accepted" and seen["vendorState"] == "blacklisted"
    assert "vendor_of_order_banned" in kinds_told(province.officer)
    assert "vendor_blacklisted" in kinds_told(shop.owner)
    again = import_csv(province.administrator, "blacklist", text).expect(200).json
    assert again == {"imported": 0, "updated": 0, "unchanged": 1}
    history = province.auditor.get(f"/vendors/{shop.id}/sanctions").expect(200).json["items"]
    assert [(one["kind"], one["origin"], one["act"]) for one in history] == [
        ("blacklist", "national", "Memalsukan dokumen.")
    ]
    province.verifier.post(f"/vendors/{shop.id}/reinstate", {}).problem(409, "wrong_state")


def test_banned_business_registers_but_is_not_verified(province):
    owner, vendor = register(province)
    import_csv(province.administrator, "blacklist", table(ENTRY, [entry(vendor)])).expect(200)
    warned = owner.get(f"/vendors/{vendor['id']}").expect(200).json
    assert warned["state"] == "draft" and {"pointer": "/nib", "code": "blacklisted"} in warned["warnings"]
    hand_in(owner, vendor)
    owner.post(f"/vendors/{vendor['id']}/submit", {}).expect(200)
    refused = province.verifier.post(f"/vendors/{vendor['id']}/verify", {})
    assert refused.errors() == {"/nib": "SANCTION_LIST"} and "Perpres 16/2018" in refused.text


@pytest.mark.parametrize(
    "changes, pointer, code",
    [
        ({"nib": ""}, "npwp", "required"),
        ({"until": "2025-01-15"}, "until", "too_small"),
        ({"act": ""}, "act", "required"),
        ({"npwp": "12"}, "npwp", "bad_format"),
    ],
)
def test_blacklist_rows_are_checked(province, changes, pointer, code):
    row = entry({"businessName": "CV Salah", "nib": digits(13)}, **changes)
    answer = import_csv(province.administrator, "blacklist", table(ENTRY, [row]))
    assert answer.errors()[f"/rows/1/{pointer}"] == code


def test_sanction_is_kept_in_the_history(province):
    owner, vendor = verify(province)
    path = f"/vendors/{vendor['id']}"
    province.verifier.post(f"{path}/suspend", REASON).expect(200)
    decree = {"reason": "Pemalsuan surat.", "decree": "SK-1/2027", "until": "2099-01-01"}
    later = province.owner.post(f"{path}/blacklist", {**decree, "from": "2098-01-01"})
    assert later.errors() == {"/from": "too_large"}
    province.owner.post(f"{path}/blacklist", decree).expect(200)
    history = province.auditor.get(f"{path}/sanctions").expect(200).json["items"]
    assert [one["kind"] for one in history] == ["blacklist", "suspension"]
    assert history[0]["decree"] == "SK-1/2027" and history[0]["until"] == "2099-01-01"
    assert owner.get(f"{path}/sanctions").expect(200).json["items"] == history
    province.person("vendor_owner").get(f"{path}/sanctions").problem(404, "not_found")


@pytest.fixture(scope="module")
def canteen(province):
    made = Shop(province, "catering")
    made.item = made.product(price=1_000_000)
    return made


def test_terminated_order_proposes_a_sanction(province, canteen):
    deal = Purse(province).order(canteen, [(canteen.item["id"], 1)]).to("accepted")
    path, proposal = f"/orders/{deal.id}/sanction-case", {**REASON, "proposal": "suspend"}
    province.officer.post(path, proposal).problem(409, "wrong_state")
    for _ in range(2):
        deal.step("terminate", "officer", REASON).expect(200)
    assert deal.state == "terminated"
    province.buyer.post(path, proposal).problem(403, "forbidden")
    case = province.officer.post(path, proposal).expect(201).json
    assert case["state"] == "open" and case["vendorId"] == canteen.id and case["orderId"] == deal.id
    province.officer.post(path, proposal).problem(409, "already_proposed")
    assert "sanction_proposed" in kinds_told(province.verifier)
    assert case["id"] in {one["id"] for one in everything(province.auditor, "/sanction-cases", state="open")}
    province.owner.post(f"/sanction-cases/{case['id']}/grant", {}).problem(403, "forbidden")
    granted = province.verifier.post(f"/sanction-cases/{case['id']}/grant", {}).expect(200).json
    assert granted["state"] == "granted" and granted["answer"] == REASON["reason"]
    assert canteen.owner.get(f"/vendors/{canteen.id}").json["state"] == "suspended"
    sanction = province.auditor.get(f"/vendors/{canteen.id}/sanctions").json["items"][0]
    assert (sanction["origin"], sanction["orderId"]) == ("case", deal.id)
    province.verifier.post(f"/sanction-cases/{case['id']}/dismiss", REASON).problem(409, "wrong_state")
    province.verifier.post(f"/vendors/{canteen.id}/reinstate", {}).expect(200)


def test_new_account_cools_and_is_looked_at(province):
    shop = Shop(province)
    item = shop.product(price=1_000_000)
    path = f"/vendors/{shop.id}"
    before = Purse(province).order(shop, [(item["id"], 1)]).to("verified_for_payment")
    assert before.seen_by("treasurer")["bankAccountChangedAt"] is None
    province.verifier.post(f"{path}/check-account", {}).problem(409, "account_not_changed")
    tag = province.treasurer.get(before.path).etag
    changed = shop.owner.patch(path, {"bank": {"accountNumber": digits(12)}}).expect(200).json
    after = province.treasurer.get(before.path, headers={"If-None-Match": tag}).expect(200)
    assert after.etag != tag and after.json["bankAccountChangedAt"], "what the treasurer reads has changed"
    assert changed["bankChangedAt"] and changed["bankCoolingUntil"] > changed["bankChangedAt"]
    assert "bank_account_changed" in kinds_told(shop.owner)
    assert "bank_account_changed" in kinds_told(province.verifier)
    seen = before.seen_by("treasurer")
    assert seen["bankCoolingUntil"] == changed["bankCoolingUntil"]
    refused = before.step("request-payment", "treasurer", {}).problem(409, "bank_account_changed")
    assert refused["until"] == changed["bankCoolingUntil"]
    after = Purse(province).order(shop, [(item["id"], 1)]).to("verified_for_payment")
    refused = after.step("request-payment", "treasurer", {}).problem(409, "bank_account_cooling")
    assert refused["until"] == changed["bankCoolingUntil"]
    after.step("request-payment", "treasurer", REASON).expect(200)
    assert province.verifier.post(f"{path}/check-account", {}).expect(200).json["bankCheckedAt"]
    province.verifier.post(f"{path}/check-account", {}).problem(409, "account_not_changed")


def test_an_account_changed_after_the_request_stops_the_payment(province):
    shop = Shop(province)
    item = shop.product(price=1_000_000)
    deal = Purse(province).order(shop, [(item["id"], 1)]).to("payment_requested")
    changed = shop.owner.patch(f"/vendors/{shop.id}", {"bank": {"accountNumber": digits(12)}}).expect(200).json
    refused = deal.step("approve-payment", "owner", {}).problem(409, "bank_account_changed")
    assert refused["until"] == changed["bankCoolingUntil"]
    deal.step("approve-payment", "owner", REASON).expect(200)
    body = deal.body("confirm-paid")
    deal.step("confirm-paid", "treasurer", body).problem(409, "bank_account_changed")
    deal.step("confirm-paid", "treasurer", {**body, **REASON}).expect(200)
    assert deal.seen_by("treasurer")["history"][-1]["reason"]


def test_account_of_another_name_needs_a_reason(province):
    owner, vendor = verify(province)
    path = f"/vendors/{vendor['id']}"
    owner.patch(path, {"bank": {"accountName": "Orang Lain Sekali"}}).expect(200)
    assert province.verifier.post(f"{path}/check-account", {}).errors() == {"/reason": "required"}
    owner.post(f"{path}/check-account", REASON).problem(403, "forbidden")
    province.verifier.post(f"{path}/check-account", REASON).expect(200)


def test_an_account_of_another_name_takes_no_orders_until_it_was_checked(province):
    shop = Shop(province)
    item = shop.product(price=1_000_000)
    path = f"/vendors/{shop.id}"
    before = Purse(province).order(shop, [(item["id"], 1)]).to("verified_for_payment")
    shop.owner.patch(path, {"bank": {"accountName": "Orang Lain Sekali"}}).expect(200)
    after = Purse(province).order(shop, [(item["id"], 1)]).to("issued")
    after.step("accept", "vendor", {}).problem(409, "bank_account_unchecked")
    before.step("request-payment", "treasurer", {}).problem(409, "bank_account_cooling")
    province.verifier.post(f"{path}/check-account", REASON).expect(200)
    after.step("accept", "vendor", {}).expect(200)


def test_vendor_names_the_regions_it_serves(province):
    shop = Shop(province)
    item, code = shop.product(), province.facts["code"]

    def found(region):
        listed = everything(province.host, "/products", vendorId=shop.id, region=region)
        return [one["id"] for one in listed] == [item["id"]]

    assert found(f"{code}.71") and found(code) and not found(f"{code}.72")
    path = f"/vendors/{shop.id}"
    regions = [f"{code}.73", f"{code}.72"]
    assert shop.owner.patch(path, {"serviceRegions": regions}).expect(200).json["serviceRegions"] == sorted(regions)
    assert found(f"{code}.72") and found(f"{code}.72.01") and found(code) and not found(f"{code}.71")
    assert shop.owner.patch(path, {"serviceRegions": ["X"]}).errors() == {"/serviceRegions/0": "bad_format"}
    shop.owner.patch(path, {"serviceRegions": []}).expect(200)
    assert found(f"{code}.71")
