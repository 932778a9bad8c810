"""Taxes and limits of `eorder rules decide` against a second reckoning that shares no line with it."""

import json

import pytest

from journey.decide import asked, facts, line
from journey.service import TENANTS, run
from second_opinion.comparison import disagreements


@pytest.fixture
def many(long):
    """How many orders, and under how many combinations of settings."""
    return (100_000, 48) if long else (5_000, 12)


def difference(order, chosen, told, mine):
    """One disagreement in few lines; None where one of the two could decide nothing."""
    parts = [f"told {told}", f"held {mine}"]
    if told and mine:
        parts = [f"{name}: told {told[name]!r}, held {mine[name]!r}" for name in mine if told[name] != mine[name]]
    return "\n".join([json.dumps(order), json.dumps(chosen), *parts])


def test_both_reckonings_agree(many):
    count, rounds = many
    compared, found = disagreements(count, seed=20270301, rounds=rounds)
    assert compared >= count
    told = "\n\n".join(difference(*one) for one in found[:5])
    assert not found, f"{len(found)} of {compared} orders differ:\n{told}"


def lines(*texts, settings=()):
    sets = [part for setting in settings for part in ("--set", setting)]
    file = TENANTS / "sumbar" / "tenant.yaml"
    return run("rules", "decide", "--lines", "--tenant", file, *sets, stdin="\n".join(texts) + "\n")


def test_a_line_is_answered_as_the_order_alone():
    orders = [facts(line(10_000_000)), facts(line(45_045_046)), facts(line(4_500_000, "catering"))]
    result = lines(*map(json.dumps, orders))
    assert result.returncode == 0 and result.stderr == b""
    assert result.stdout == b"".join(asked(order).stdout for order in orders)


def test_errors_stand_in_their_line():
    good = json.dumps(facts(line(1_000_000)))
    result = lines(good, "nonsense", "", json.dumps({**facts(line(0)), "paymentMode": "CASH"}), good)
    answers = [json.loads(each) for each in result.stdout.splitlines()]
    assert result.returncode == 2 and result.stderr == b""
    assert [len(answer.get("errors", [])) for answer in answers] == [0, 1, 1, 2, 0]
    assert answers[0] == answers[4] and answers[0]["totals"]["gross"] == 1_110_000


def test_settings_hold_for_every_line():
    good = json.dumps(facts(line(10_000_000)))
    result = lines(good, good, settings=["order.cap_gross=11099999"])
    low = [json.loads(each) for each in result.stdout.splitlines()]
    assert [answer["allowed"] for answer in low] == [False, False]
