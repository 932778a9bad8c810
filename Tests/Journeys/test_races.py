"""Two at once: the last rupiah of a budget line, the last number of a year."""

import re
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from journey.purchase import REASON
from journey.purse import Purse


@pytest.fixture
def crowd():
    with ThreadPoolExecutor(8) as pool:
        yield pool


def together(pool, *actions):
    """Runs the actions as nearly at once as threads can; their results."""
    barrier = threading.Barrier(len(actions))

    def run(action):
        barrier.wait()
        return action()

    return list(pool.map(run, actions))


def test_last_rupiah_of_a_budget_line(province, shop, crowd, long):
    """Two buyers want all that is left: exactly one gets it, the other hears BUDGET_AVAILABLE, every time."""
    purse = Purse(province, ceiling=1_110_000)
    buyers = [province.person("procurement_officer", index) for index in (0, 1)]
    body = purse.body(shop.id, [(shop.item["id"], 1)], submit=True)
    wins = [0, 0]
    for round_ in range(1000 if long else 100):
        answers = together(crowd, *(lambda buyer=buyer: buyer.post("/orders", body) for buyer in buyers))
        statuses = sorted(answer.status for answer in answers)
        assert statuses == [201, 422], (round_, [answer.text[:300] for answer in answers])
        lost = next(answer for answer in answers if answer.status == 422).problem(422, "rules_violated")
        assert "BUDGET_AVAILABLE" in {violation["code"] for violation in lost["decision"]["violations"]}
        won = next(answer for answer in answers if answer.status == 201)
        wins[answers.index(won)] += 1
        assert purse.ledger == (1_110_000, 0, 0)
        province.officer.post(f"/orders/{won.json['id']}/reject", REASON).expect(200)
    assert purse.ledger == (0, 0, 0) and all(wins), f"one buyer always won: {wins}"


def test_drafts_submitted_at_once_do_not_overspend(province, shop, crowd):
    """Eight orders of different size for a line that holds some: never over, and none refused needlessly."""
    purse = Purse(province, ceiling=10 * 1_110_000)
    deals = [purse.order(shop, [(shop.item["id"], quantity)]) for quantity in (1, 2, 3, 4, 5, 2, 1, 3)]
    answers = together(crowd, *(lambda deal=deal: deal.step("submit") for deal in deals))
    assert {answer.status for answer in answers} <= {200, 422}
    reserved, _, _ = purse.ledger
    taken = sum(deal.order["totals"]["gross"] for deal, answer in zip(deals, answers) if answer.status == 200)
    assert reserved == taken
    refused = [deal.order["totals"]["gross"] for deal, answer in zip(deals, answers) if answer.status == 422]
    assert refused and purse.ceiling - reserved < min(refused)


def test_numbers_are_gapless_under_concurrent_issue(province, shop, crowd, long):
    """Issued, refused and withdrawn all mixed: 1…n of the unit and year, none missing, none twice."""
    purse = Purse(province)
    count = 120 if long else 32
    cheap = shop.product(price=10_000)
    deals = [purse.order(shop, [(cheap["id"], 1)], submit=True) for _ in range(count)]

    def issue(deal):
        if int(deal.id[-1], 16) % 4 == 0:
            deal.step("issue", headers={"If-Match": '"stale"'}).problem(412, "precondition_failed")
        answer = deal.step("issue").expect(200)
        if int(deal.id[-1], 16) % 4 == 1:
            deal.step("withdraw", "officer", REASON).expect(200)
        return answer.json["number"]

    numbers = list(crowd.map(issue, deals))
    assert len(set(numbers)) == count
    assert sorted(int(re.search(r"\d+", number)[0]) for number in numbers) == list(range(1, count + 1)), (
        numbers
    )


def test_one_transition_wins(province, shop, crowd):
    """The officer withdraws while the vendor accepts: one of the two, and a state that fits."""
    for _ in range(10):
        deal = Purse(province).order(shop, [(shop.item["id"], 1)]).to("issued")
        answers = together(
            crowd,
            lambda: deal.who("vendor").post(f"{deal.path}/accept", {}),
            lambda: deal.who("officer").post(f"{deal.path}/withdraw", REASON),
        )
        assert sorted(answer.status for answer in answers) == [200, 409], [
            answer.text[:200] for answer in answers
        ]
        assert deal.seen_by("auditor")["state"] == ("accepted" if answers[0].status == 200 else "cancelled")

