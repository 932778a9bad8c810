"""The auditor's inbox as pages: asked and explained by forms."""

import pytest

from journey.inbox import beside, false_alarms, flag_of, flags, spend
from journey.page import Page, opened, sign_in
from journey.purse import Purse
from journey.vendor import Shop
from test_need_pages import send


@pytest.fixture(scope="module")
def split(province):
    """An order that looks split."""
    stall = Shop(province, vatRegistered=False)
    purse = Purse(province, ceiling=200_000_000)
    spend(purse, stall, 45_000_000)
    return spend(beside(purse), stall, 6_000_000, ahead=9)


def test_a_flag_is_asked_about_and_explained_by_forms(province, split):
    host, flag = province.host, flag_of(province, split.order, "SPL3")
    path = f"/flags/{flag['id']}"
    auditor, _ = sign_in(host, province.named("auditor"))
    assert path in opened(host, "/flags?state=open", auditor).links
    assert path in opened(host, f"/orders/{split.id}", auditor).links
    page = opened(host, path, auditor)
    assert "Rp51.000.000" in page.text and "Rp45.000.000" in page.text and f"/orders/{split.id}" in page.links
    assert "together" in opened(host, path, auditor, language="en").text.lower()

    blank = send(host, auditor, path, "/ask", **{"ask.question": " "}).expect(422)
    assert "#ask.question" in Page(blank.text).links
    send(host, auditor, path, "/ask", **{"ask.question": "Mengapa <b>dua</b>?"}).expect(303)
    officer, _ = sign_in(host, province.named("commitment_officer"))
    assert path in opened(host, "/flags?state=asked", officer).links
    assert "Mengapa <b>dua</b>?" in opened(host, path, officer).text
    answer = {"explain.text": "Dua acara.", "explain.reasonCode": "separate_event"}
    send(host, officer, path, "/explain", **answer).expect(303)
    page = opened(host, path, auditor)
    assert "Dua acara." in page.text and "Acara yang berbeda" in page.text
    send(host, auditor, path, "/accept", **{"accept.reason": "Jelas."}).expect(303)
    left = [form["action"] for form in opened(host, path, auditor).forms]
    assert not [action for action in left if "/flags/" in (action or "")]


def test_the_inbox_is_not_for_everybody(province, split):
    host, flag = province.host, flag_of(province, split.order, "SPL3")
    buyer, _ = sign_in(host, province.named("procurement_officer"))
    for path in ("/flags", f"/flags/{flag['id']}"):
        answer = host.send("GET", path, headers={"Accept": "text/html", "Cookie": buyer})
        assert answer.status == 403
    assert f"/flags/{flag['id']}" not in opened(host, f"/orders/{split.id}", buyer).links
    other, _ = sign_in(host, province.named("commitment_officer", 1))
    opened(host, f"/flags/{flag['id']}", other, status=404)


def test_the_measure_of_false_alarms(province, split):
    """What was planted is found, and what is told of honest orders counts as a false alarm."""
    raised = flags(province, unitId=split.order["unitId"])
    rates = false_alarms(raised, {split.id: {"SPL3"}})
    assert rates["SPL3"] == (1, 1, 0)
    assert rates["NEW1"] == (2, 0, 2), "products of this test were listed a moment ago"
