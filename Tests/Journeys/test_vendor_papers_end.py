"""Papers of vendors that end, with a clock that the test moves."""

from datetime import datetime, timedelta, timezone

import pytest

from journey.client import everything
from journey.papers import pdf, upload
from journey.province import Province
from journey.vendor import Shop, hand_in as hand_in_all, register

DAY = 86_400
TENANT_ZONE = timezone(timedelta(hours=7))


@pytest.fixture(scope="module")
def province(clocked):
    return Province(clocked, "dki")


def advance(province, seconds):
    """Moves the clock of the whole service; the province's day afterwards."""
    told = province.service.administrator().post("/clock", {"advanceSeconds": seconds}).expect(200).json
    province.wake()
    return datetime.fromisoformat(told["now"].replace("Z", "+00:00")).astimezone(TENANT_ZONE).date()


@pytest.fixture
def shop(province):
    province.wake()
    return Shop(province)


def hand_in(shop, until=None):
    fields = {"validUntil": str(until)} if until else {}
    path = f"/vendors/{shop.id}/documents"
    return upload(shop.owner, path, pdf(), kind="vat", **fields)


def test_paper_ends_and_is_renewed(province, shop):
    today, path = advance(province, 1), f"/vendors/{shop.id}"
    end = today + timedelta(days=2)
    paper = hand_in(shop, end).expect(201).json
    assert paper["validUntil"] == str(end) and paper["checkedAt"] is None
    # Nobody has looked at it: it stands for nothing.
    assert shop.owner.get(path).json["expiringOn"] is None
    accept = f"{path}/documents/{paper['id']}/accept"
    shop.owner.post(accept, {}).problem(403, "forbidden")
    assert province.verifier.post(accept, {}).expect(200).json["checkedAt"]
    province.verifier.post(accept, {}).problem(409, "paper_checked")
    seen = shop.owner.get(path).expect(200).json
    assert (seen["state"], seen["expiringOn"], seen["expiringPaper"]) == ("verified", str(end), "vat")
    advance(province, DAY)
    assert "paper_ending" in [notice["kind"] for notice in everything(shop.owner, "/notifications")]
    advance(province, 2 * DAY)
    ended = shop.owner.get(path).expect(200).json
    assert ended["state"] == "suspended" and f"vat ({end})" in ended["reason"] and ended["expiringOn"] is None
    assert province.verifier.post(f"{path}/reinstate", {}).errors() == {"/documents/vat": "missing"}
    today = advance(province, 1)
    hand_in(shop, today + timedelta(days=400)).expect(201)
    back = province.verifier.post(f"{path}/reinstate", {}).expect(200).json
    assert back["state"] == "verified" and back["expiringOn"] is None
    papers = everything(province.verifier, f"{path}/documents")
    assert all(one["checkedAt"] for one in papers)
    # Its sanctions are none: the end of a paper is no act of an office.
    assert province.auditor.get(f"{path}/sanctions").json["items"] == []


def test_last_day_must_be_a_day_to_come(province, shop):
    today = advance(province, 1)
    assert hand_in(shop, today - timedelta(days=1)).errors() == {"/validUntil": "too_small"}
    assert hand_in(shop, "besok").errors() == {"/validUntil": "bad_format"}
    hand_in(shop, today).expect(201)


def test_verification_is_due_in_three_working_days(province):
    province.wake()
    owner, vendor = register(province)
    hand_in_all(owner, vendor)
    submitted = owner.post(f"/vendors/{vendor['id']}/submit", {}).expect(200).json
    assert [timer["kind"] for timer in submitted["timers"]] == ["verify"]
    assert "vendor_submitted" in [one["kind"] for one in everything(province.verifier, "/notifications")]
    due = datetime.fromisoformat(submitted["timers"][0]["dueAt"].replace("Z", "+00:00"))
    wait = due - datetime.fromisoformat(submitted["createdAt"].replace("Z", "+00:00"))
    assert wait > timedelta(days=2) and due.astimezone(TENANT_ZONE).hour == 16
    advance(province, int(wait.total_seconds()) + 60)
    assert "vendor_overdue" in [one["kind"] for one in everything(province.verifier, "/notifications")]
    returned = province.verifier.post(f"/vendors/{vendor['id']}/return", {"reason": "Kurang."}).expect(200).json
    assert [timer["kind"] for timer in returned["timers"]] == ["lapse"]
    advance(province, 14 * DAY + 5)
    assert owner.get(f"/vendors/{vendor['id']}").expect(200).json["state"] == "lapsed"
    assert owner.post(f"/vendors/{vendor['id']}/submit", {}).expect(200).json["state"] == "submitted"
