"""What `eorder rules decide` takes and refuses: missing, wrong and unknown facts and settings."""

import json

import pytest

from journey.decide import FACTS, asked, decide, facts, line, severities
from journey.service import sentences


def test_refused_is_not_an_error():
    result = asked(facts(line(45_045_046)))
    assert result.returncode == 0 and json.loads(result.stdout)["allowed"] is False


def test_members_may_be_left_out():
    """Null and empty members may be missing altogether."""
    whole = {name: value for name, value in facts(line(1_000_000)).items() if value not in (None, [])}
    for name in ("needDate", "itemNames", "packageId", "unitId", "account", "vendorId"):
        whole.pop(name, None)
    whole["vendor"] = {name: value for name, value in whole["vendor"].items() if value is not None}
    del whole["lines"][0]["standardPrice"]
    assert decide(whole)["totals"]["gross"] == 1_110_000


@pytest.mark.parametrize(
    "spoil",
    [
        b"",
        b"nonsense",
        b"[]",
        b"{}",
        b'{"date":"2027-03-01"',
        b'{"date":"2027-03-01","date":"2027-03-01"}',
        b"\xef\xbb\xbf{}",
        b"{}{}",
    ],
)
def test_malformed_input(spoil):
    result = asked(spoil)
    assert result.returncode == 2 and result.stdout == b"" and sentences(result)


@pytest.mark.parametrize(
    "change",
    [
        {"surprise": 1},
        {"date": "2027-02-30"},
        {"date": "01/03/2027"},
        {"paymentMode": "CASH"},
        {"procedure": "tender"},
        {"date": None},
        {"vendor": {**FACTS["vendor"], "size": "huge"}},
        {"vendor": {**FACTS["vendor"], "nickname": "x"}},
        {"vendor": None},
        {"budget": {"available": 1.5}},
        {"budget": {"available": "1"}},
        {"lines": []},
        {"lines": [line(1.5)]},
        {"lines": [line(0)]},
        {"lines": [line(1, quantity=0)]},
        {"lines": [line(1, "luxury")]},
        {"lines": [line(2**63)]},
        {"lines": [{**line(1), "colour": "red"}]},
        {"lines": {}},
        {"catalogueCheck": {"result": "perhaps"}},
        {"comparedPrices": [{"source": "x", "unitPrice": -1}]},
    ],
    ids=lambda change: str(change)[:40],
)
def test_wrong_facts(change):
    result = asked({**facts(line(1_000_000)), **change})
    assert result.returncode == 2 and result.stdout == b"" and len(sentences(result)) == 1, (
        result.stderr.decode()
    )


def test_one_sentence_for_each_error():
    result = asked({**facts(line(1_000_000, quantity=0), line(0)), "paymentMode": "CASH", "surprise": 1})
    assert result.returncode == 2 and len(sentences(result)) == 4, result.stderr.decode()
    for part in ("quantity", "unitPrice", "paymentMode", "surprise"):
        assert part in result.stderr.decode()


@pytest.mark.parametrize(
    "setting",
    [
        "no.such.key=1",
        "order.cap_gross=x",
        "order.cap_gross",
        "tax.umkm_crossing=MAYBE",
        "order.cap_basis=EX",
        "compare.min_sources=0",
        "tax.collector=",
        "timer.pay_wd=8",
        "=1",
    ],
)
def test_settings_are_checked_like_the_file(setting):
    result = asked(facts(line(1_000_000)), setting)
    assert result.returncode != 0 and sentences(result) and result.stdout == b"", result.stderr.decode()


@pytest.mark.parametrize("price, quantity", [(50_000_000, 1_000_000), (50_000_000, 60)])
def test_largest_numbers_do_not_overflow(price, quantity):
    decision = decide(facts(*[line(price, quantity=quantity)] * 60))
    assert (
        decision["totals"]["priceExVat"] == 60 * price * quantity
        and severities(decision)["ORDER_CAP"] == "block"
    )
