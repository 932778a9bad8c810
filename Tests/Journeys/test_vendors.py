"""Vendors after registration: what others see of them, their states, what they may change."""

import pytest

from journey.client import everything
from journey.purchase import REASON
from journey.vendor import Shop, hand_in, register, verify


@pytest.fixture
def fresh(province):
    return register(province)


def state(province, vendor):
    return province.verifier.get(f"/vendors/{vendor['id']}").expect(200).json["state"]


def test_identity_is_masked_for_all_but_the_vendor(province, fresh):
    owner, vendor = fresh
    whole = owner.get(f"/vendors/{vendor['id']}").expect(200).json
    assert len(whole["ownerNik"]) == 16 and whole["ownerNik"].isdigit()
    for role in ("verifier", "treasurer", "auditor", "procurement_officer"):
        seen = province.person(role).get(f"/vendors/{vendor['id']}").expect(200)
        for value in (whole["ownerNik"], whole["npwp"], whole["bank"]["accountNumber"]):
            assert value not in seen.text, f"{role} sees {value}"
            assert value[-4:] in seen.text
    listed = province.verifier.get("/vendors").expect(200)
    assert whole["ownerNik"] not in listed.text and vendor["id"] in listed.text


def test_unmasking_needs_role_and_reason_and_is_in_the_log(province, fresh):
    owner, vendor = fresh
    path = f"/vendors/{vendor['id']}"
    number = owner.get(path).json["ownerNik"]
    assert province.verifier.get(path, unmask="Pemeriksaan NIK").expect(200).json["ownerNik"] == number
    province.auditor.get(path, unmask="Ingin tahu").problem(403, "forbidden")
    province.buyer.get(path, unmask="Ingin tahu").problem(403, "forbidden")


def test_vendor_sees_itself_alone(province, fresh):
    owner, vendor = fresh
    assert [item["id"] for item in everything(owner, "/vendors")] == [vendor["id"]]
    other = province.person("vendor_owner")
    other.get(f"/vendors/{vendor['id']}").problem(404, "not_found")
    province.host.get(f"/vendors/{vendor['id']}").problem(401, "unauthenticated")


@pytest.mark.parametrize("word, ends", [("return", "returned"), ("reject", "rejected")])
def test_verifier_refuses_with_a_reason(province, fresh, word, ends):
    owner, vendor = fresh
    hand_in(owner, vendor)
    owner.post(f"/vendors/{vendor['id']}/submit", {}).expect(200)
    assert province.verifier.post(f"/vendors/{vendor['id']}/{word}", {}).errors() == {"/reason": "required"}
    ended = province.verifier.post(f"/vendors/{vendor['id']}/{word}", REASON).expect(200).json
    assert ended["state"] == ends
    again = owner.post(f"/vendors/{vendor['id']}/submit", {})
    again.expect(200) if ends == "returned" else again.problem(409, "wrong_state")


def test_suspension_and_blacklist(province):
    owner, vendor = verify(province)
    path = f"/vendors/{vendor['id']}"
    province.owner.post(f"{path}/suspend", REASON).problem(403, "forbidden")
    assert province.verifier.post(f"{path}/suspend", REASON).expect(200).json["state"] == "suspended"
    province.verifier.post(f"{path}/suspend", REASON).problem(409, "wrong_state")
    assert province.verifier.post(f"{path}/reinstate", REASON).expect(200).json["state"] == "verified"
    province.verifier.post(f"{path}/suspend", REASON).expect(200)
    decree = {"reason": "Pemalsuan surat.", "decree": "SK-1/2027", "until": "2099-01-01"}
    province.verifier.post(f"{path}/blacklist", decree).problem(403, "forbidden")
    assert province.owner.post(f"{path}/blacklist", decree).expect(200).json["state"] == "blacklisted"


def test_suspended_vendor_sells_nothing(province):
    shop = Shop(province)
    item = shop.product()
    province.host.get(f"/products/{item['id']}").expect(200)
    province.verifier.post(f"/vendors/{shop.id}/suspend", REASON).expect(200)
    province.host.get(f"/products/{item['id']}").problem(404, "not_found")


def test_what_a_verified_vendor_may_change(province):
    owner, vendor = verify(province)
    path = f"/vendors/{vendor['id']}"
    changed = owner.patch(path, {"address": {**vendor["address"], "street": "Jalan Baru 2"}}).expect(200).json
    assert (
        changed["address"]["street"] == "Jalan Baru 2" and changed["businessName"] == vendor["businessName"]
    )
    refused = owner.patch(path, {"businessName": "Nama Lain"})
    assert refused.status in (409, 422), refused.text
    assert owner.get(path).json["businessName"] == vendor["businessName"]


def test_draft_vendor_may_change_all(fresh):
    owner, vendor = fresh
    changed = (
        owner.patch(f"/vendors/{vendor['id']}", {"businessName": "Toko Berganti", "npwp": None})
        .expect(200)
        .json
    )
    assert changed["businessName"] == "Toko Berganti" and changed["npwp"] is None
    assert owner.patch(f"/vendors/{vendor['id']}", {"state": "verified"}).errors() == {"/state": "unknown"}


def test_vendor_cannot_verify_itself(province, fresh):
    owner, vendor = fresh
    hand_in(owner, vendor)
    owner.post(f"/vendors/{vendor['id']}/submit", {}).expect(200)
    owner.post(f"/vendors/{vendor['id']}/verify", {}).problem(403, "forbidden")
    province.buyer.post(f"/vendors/{vendor['id']}/verify", {}).problem(403, "forbidden")
