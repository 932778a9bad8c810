"""What happens by itself when time passes, with a clock that the test moves (`--now`, `/clock`)."""

import os
import signal
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from journey.province import Province
from journey.purchase import REASON, today
from journey.purse import Purse
from journey.vendor import Shop

DAY = 86_400
TENANT_ZONE = timezone(timedelta(hours=7))


@pytest.fixture(scope="module")
def province(clocked):
    return Province(clocked, "dki")


@pytest.fixture(scope="module")
def shop(province):
    made = Shop(province)
    made.item = made.product(price=1_000_000)
    return made


@pytest.fixture
def deal(province, shop):
    province.wake()
    return Purse(province).order(shop, [(shop.item["id"], 1)])


def advance(province, seconds):
    """Moves the clock of the whole service; all due timers have run when this returns."""
    administrator = province.service.administrator()
    told = administrator.post("/clock", {"advanceSeconds": seconds}).expect(200).json
    province.wake()
    return instant(told["now"])


def instant(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def due(deal, kind):
    return next(instant(timer["dueAt"]) for timer in deal.order["timers"] if timer["kind"] == kind)


def reread(deal):
    deal.order = deal.seen_by("auditor")
    return deal


def test_clock_runs_on_from_the_given_time(province):
    before = advance(province, 1)
    assert before.astimezone(TENANT_ZONE).date().year == 2027
    assert timedelta(seconds=600) <= advance(province, 600) - before < timedelta(seconds=660)


@pytest.mark.parametrize(
    "seconds, code", [(0, "too_small"), (31_536_001, "too_large"), (1.5, "not_integer"), ("1", "wrong_type")]
)
def test_clock_bounds(clocked, seconds, code):
    answer = clocked.administrator().post("/clock", {"advanceSeconds": seconds})
    assert answer.errors() == {"/advanceSeconds": code}


def test_clock_is_for_central_administrators(clocked, province):
    clocked.admin_host.post("/clock", {"advanceSeconds": 1}).problem(401, "unauthenticated")
    province.administrator.post("/clock", {"advanceSeconds": 1}).problem(404, "not_found")


def test_clock_moves_once_for_one_key(clocked, province, key):
    administrator = clocked.administrator()
    headers = {"Idempotency-Key": key}
    first = administrator.post("/clock", {"advanceSeconds": 300}, headers=headers).expect(200)
    again = administrator.post("/clock", {"advanceSeconds": 300}, headers=headers).expect(200)
    assert again.text == first.text and again.headers["idempotency-replayed"] == "true"
    administrator.post("/clock", {"advanceSeconds": 301}, headers=headers).problem(422, "idempotency_mismatch")
    now = instant(administrator.post("/clock", {"advanceSeconds": 1}).expect(200).json["now"])
    assert now - instant(first.json["now"]) < timedelta(seconds=200)
    province.wake()


def test_clock_without_an_operator(clocked, province):
    """503 after some seconds, and nothing hangs; the operator does it when it is back."""
    tasks = Path(f"/proc/{clocked.process.pid}/task").glob("*/children")
    children = [pid for task in tasks for pid in task.read_text().split()]
    operators = [int(pid) for pid in children if b"operate" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    assert len(operators) == 1
    administrator = clocked.administrator()
    os.kill(operators[0], signal.SIGSTOP)
    try:
        administrator.post("/clock", {"advanceSeconds": 1}).problem(503, "unavailable")
    finally:
        os.kill(operators[0], signal.SIGCONT)
    advance(province, 1)


def test_no_clock_without_now(service):
    service.administrator().post("/clock", {"advanceSeconds": 1}).problem(404, "not_found")


def test_order_expires_and_is_reissued(province, deal):
    deal.to("issued")
    issued = instant(deal.seen_by("auditor")["history"][-1]["at"])
    assert due(deal, "accept") == issued + timedelta(hours=72)
    advance(province, 72 * 3600 - 600)
    assert reread(deal).state == "issued"
    advance(province, 1200)
    assert reread(deal).state == "expired" and deal.purse.ledger == (0, 0, 0)
    assert deal.order["history"][-1]["transition"] == "expire"
    deal.step("accept").problem(409, "wrong_state")
    before = date.fromisoformat(deal.order["deliverBy"])
    deal.step("reissue", "officer", {}).expect(200)
    assert deal.state == "issued" and deal.purse.ledger == (0, 1_110_000, 0)
    waited = today(province.service) - issued.astimezone(TENANT_ZONE).date()
    assert date.fromisoformat(deal.order["deliverBy"]) - before == waited, "nobody is late before being asked"
    deal.to("accepted")


def test_order_closes_fourteen_days_after_payment(province, deal):
    deal.to("paid")
    advance(province, 14 * DAY - 3600)
    assert reread(deal).state == "paid"
    advance(province, 2 * 3600)
    assert reread(deal).state == "closed" and deal.order["history"][-1]["transition"] == "close"


def test_payment_promise_pauses_while_queried(province, deal):
    deal.to("invoiced")
    first = due(deal, "pay")
    deal.step("query", "treasurer", REASON).expect(200)
    # Longer than any weekend with its holidays.
    advance(province, 8 * DAY)
    deal.to("invoiced")
    assert due(deal, "pay") > first


def test_sessions_end_when_idle(province):
    idle = province.host.sign_in(*(province.named("auditor")[name] for name in ("email", "password")))
    idle.get("/sessions/current").expect(200)
    advance(province, 21 * 60)
    idle.get("/sessions/current").problem(401, "unauthenticated")


def test_hold_ends_by_itself(province, deal):
    deal.to("issued").step("hold", "owner", REASON).expect(200)
    until = instant(deal.order["overlays"][0]["until"])
    now = advance(province, 1)
    advance(province, int((until - now).total_seconds()) + 5)
    assert reread(deal).order["overlays"] == []
    assert deal.order["history"][-1]["transition"] == "release" and deal.order["history"][-1]["role"] == "system"


def test_a_hold_takes_no_time_from_the_vendor(province, deal):
    deal.to("accepted").step("terminate", "officer", REASON).expect(200)
    last, cure = deal.order["deliverBy"], due(deal, "cure")
    deal.step("hold", "owner", REASON).expect(200)
    advance(province, 2 * DAY)
    deal.step("release", "owner", {}).expect(200)
    assert due(deal, "cure") >= cure + timedelta(days=2)
    assert date.fromisoformat(deal.order["deliverBy"]) == date.fromisoformat(last) + timedelta(days=2)
    deal.step("terminate", "officer", REASON).problem(409, "cure_running")


def test_nobody_expires_while_held(province, deal):
    deal.to("issued")
    lapse = due(deal, "accept")
    deal.step("hold", "owner", REASON).expect(200)
    advance(province, max(1, int((lapse - advance(province, 1)).total_seconds()) + 5))
    assert reread(deal).state == "issued"


def test_amendment_that_nobody_answers_lapses(province, deal):
    deal.to("accepted")
    later = date.fromisoformat(deal.order["deliverBy"]) + timedelta(days=1)
    body = {**REASON, "lines": [{"lineId": deal.order["lines"][0]["id"], "quantity": 1}], "deliverBy": str(later)}
    deal.step("amend", "vendor", body).expect(200)
    until = instant(deal.order["overlays"][0]["until"])
    advance(province, int((until - advance(province, 1)).total_seconds()) + 5)
    assert reread(deal).order["overlays"] == [] and deal.state == "accepted"


def test_termination_after_the_time_to_mend(province, deal):
    deal.to("accepted").step("terminate", "officer", REASON).expect(200)
    assert deal.state == "accepted"
    advance(province, int((due(deal, "cure") - advance(province, 1)).total_seconds()) + 5)
    deal.step("terminate", "officer", REASON).expect(200)
    assert deal.state == "terminated" and deal.purse.ledger == (0, 0, 0) and deal.order["timers"] == []
