"""A dispute as a story: claim, answer, statements and proposals, evidence, decision, and whose turn it is."""

import pytest

from journey.appointment import official
from journey.page import opened, sign_in
from journey.papers import pdf, upload
from journey.purchase import REASON
from journey.purse import Purse
from journey.vendor import Shop


@pytest.fixture
def deal(purse, shop):
    return purse.order(shop, [(shop.item["id"], 3)])


def only(deal, who="officer"):
    [dispute] = deal.who(who).get(f"{deal.path}/disputes").expect(200).json["items"]
    return dispute


def told(deal, who):
    """What a person was told about the order, the newest first."""
    items = deal.who(who).get("/notifications", limit=100).expect(200).json["items"]
    return [item for item in items if item["subject"]["id"] == deal.id]


def test_the_story_of_a_dispute(deal):
    deal.to("invoiced")
    upload(deal.who("vendor"), f"{deal.path}/attachments", pdf(), kind="evidence").expect(201)
    deal.step("open-dispute", "vendor", {**REASON, "subject": "late_payment", "amount": 100_000}).expect(200)
    opened = only(deal)
    asked, watching = told(deal, "officer")[0], told(deal, "owner")[0]
    assert asked["kind"] == watching["kind"] == "dispute_opened"
    assert asked["text"].startswith(f"{deal.order['vendorName']} mengajukan sengketa")
    assert "Jawablah paling lambat" in asked["text"] and "PPK menjawab" in watching["text"]
    assert (opened["state"], opened["turn"], opened["answer"], opened["decision"]) == (
        "open",
        "province",
        None,
        None,
    )
    assert opened["claim"]["subject"] == "late_payment" and opened["claim"]["side"] == "vendor"
    assert opened["claim"]["amount"] == 100_000 and opened["until"] and opened["evidence"] == []
    shown = upload(deal.who("vendor"), f"{deal.path}/attachments", pdf(), kind="evidence").expect(201).json
    deal.step("answer-dispute", "officer", {"text": "SPM sedang diproses."}).expect(200)
    path = f"{deal.path}/disputes/{opened['id']}"
    officer = deal.who("officer")
    assert officer.post(f"{path}/entries", {"kind": "proposal", "text": "Dibayar."}).errors() == {
        "/outcome": "required"
    }
    proposal = {"kind": "proposal", "text": "Dibayar penuh minggu ini.", "outcome": "pay"}
    officer.post(f"{path}/entries", proposal).expect(201)
    [news] = [notice for notice in told(deal, "vendor") if notice["kind"] == "dispute_entry"]
    assert deal.order["vendorName"] not in news["text"], "a vendor knows its own name"
    assert "dispute_entry" in {notice["kind"] for notice in told(deal, "owner")}
    assert "dispute_entry" not in {notice["kind"] for notice in told(deal, "officer")}
    deal.who("vendor").post(f"{path}/entries", {"kind": "statement", "text": "Setuju."}).expect(201)
    read = deal.who("auditor").get(path).expect(200).json
    assert read["turn"] == "budget_owner" and read["state"] == "answered"
    assert read["answer"]["text"] == "SPM sedang diproses." and read["answer"]["at"]
    assert [(entry["kind"], entry["side"]) for entry in read["entries"]] == [
        ("proposal", "province"),
        ("statement", "vendor"),
    ]
    assert [paper["id"] for paper in read["evidence"]] == [shown["id"]]
    deal.step("close-dispute", "owner", {"outcome": "pay", "text": "Dibayar sesuai tagihan."}).expect(200)
    closed = only(deal, "vendor")
    assert (closed["state"], closed["turn"]) == ("closed", None)
    assert closed["decision"]["outcome"] == "pay" and closed["decision"]["effect"]["state"] == "invoiced"
    officer.post(f"{path}/entries", proposal).problem(409, "wrong_state")


def test_each_side_complains_of_the_other(deal):
    deal.to("accepted")
    late = {**REASON, "subject": "late_payment"}
    assert deal.step("open-dispute", "officer", late).errors() == {"/subject": "not_one_of"}
    deal.step("open-dispute", "officer", {**REASON, "subject": "late_delivery"}).expect(200)
    assert only(deal)["turn"] == "vendor"


def test_nobody_decides_a_dispute_of_ones_own(province):
    """A budget owner who acts as commitment officer leaves it to another budget owner."""
    both = official(province, ["commitment_officer", "budget_owner"], province.unit["id"])
    purse = Purse(province, officer=both)
    shop = Shop(province)
    deal = purse.order(shop, [(shop.product(price=1_000_000)["id"], 1)]).to("delivered")
    deal.step("open-dispute", "officer", REASON).expect(200)
    assert "close-dispute" not in deal.seen_by("officer")["allowedTransitions"]
    assert "close-dispute" in deal.seen_by("owner")["allowedTransitions"]
    paid = {"outcome": "pay", "text": "Dibayar."}
    deal.step("close-dispute", "officer", paid).problem(403, "separation_of_duties")
    deal.step("close-dispute", "owner", paid).expect(200)


@pytest.mark.parametrize("answers", [True, False])
def test_who_decides_before_the_other_side_was_heard_is_seen_to(deal, answers):
    deal.to("delivered").step("open-dispute", "officer", REASON).expect(200)
    if answers:
        deal.step("answer-dispute", "vendor", {"text": "Tidak benar."}).expect(200)
    found = {"outcome": "part", "amount": 2_220_000, "text": "Dua per tiga."}
    deal.step("close-dispute", "owner", found).expect(200)
    for who in ("vendor", "auditor"):
        assert only(deal, who)["decision"]["effect"]["heard"] is answers
    host = deal.purse.province.host
    cookie, _ = sign_in(host, deal.purse.province.named("budget_owner"))
    assert ("Diputuskan sebelum pihak lain menjawab" in opened(host, deal.path, cookie).text) is not answers


def test_others_see_nothing(deal, province):
    deal.to("accepted").step("open-dispute", "vendor", REASON).expect(200)
    id = only(deal)["id"]
    province.administrator.get(f"{deal.path}/disputes").problem(403, "forbidden")
    deal.who("officer").get(f"{deal.path}/disputes/{deal.id}").problem(404, "not_found")
    wrong = deal.who("officer").post(f"{deal.path}/disputes/{id}/entries", {})
    assert wrong.errors() == {
        "/kind": "required",
        "/text": "required",
    }


def test_a_finding_before_the_handover_is_the_most_that_is_accepted(deal, purse):
    deal.to("delivered").step("open-dispute", "officer", {**REASON, "subject": "quality"}).expect(200)
    deal.step("answer-dispute", "vendor", {"text": "Kami mengakuinya."}).expect(200)
    deal.step("close-dispute", "owner", {"outcome": "part", "amount": 2_220_000, "text": "Dua per tiga."}).expect(200)
    assert deal.state == "delivered" and purse.ledger == (0, 3_330_000, 0)
    deal.to("handed_over")
    assert deal.order["totals"]["gross"] == 2_220_000 and purse.ledger == (0, 2_220_000, 0)


def test_a_finding_after_approval_is_verified_anew(deal, purse):
    deal.to("payment_approved").step("open-dispute", "officer", REASON).expect(200)
    deal.step("answer-dispute", "vendor", {"text": "Kami mengakuinya."}).expect(200)
    deal.step("close-dispute", "owner", {"outcome": "part", "amount": 3_000_000, "text": "Dikurangi."}).expect(200)
    assert deal.state == "invoiced" and deal.order["totals"]["gross"] == 3_000_000
    deal.to("paid")
    assert purse.ledger == (0, 0, 3_000_000)


@pytest.mark.parametrize(
    "language, words",
    [
        ("id", ["Sengketa dan pengaduan", "Pengiriman terlambat", "Menunggu keputusan PA/KPA", "Hak penyedia"]),
        ("en", ["Disputes and complaints", "Late delivery", "Waits for the budget owner", "Note of delivery"]),
    ],
)
def test_the_page_tells_the_story(deal, province, language, words):
    deal.to("accepted").step("open-dispute", "officer", {**REASON, "subject": "late_delivery"}).expect(200)
    deal.step("answer-dispute", "vendor", {"text": "Truk mogok di jalan."}).expect(200)
    cookie, _ = sign_in(province.host, province.named("budget_owner"))
    page = opened(province.host, f"/orders/{deal.id}", cookie, language=language)
    for word in [*words, "Truk mogok di jalan."]:
        assert word in page.text, word
