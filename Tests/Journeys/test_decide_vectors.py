"""The test vectors of domain.md §3.5 through `eorder rules decide` (vector 25 is a unit test of lateness)."""

import pytest

from journey.decide import decide, facts, line, severities, taxes

LETTER = {"number": "S-1/2027", "validUntil": "2027-12-31"}
PLAIN = {"vatRegistered": False}
PERSON = {"vatRegistered": False, "legalForm": "individual", "size": "micro"}
BAND = {**PERSON, "finalTaxLetter": LETTER, "exemptBandStatement": True}
MAY = {"date": "2026-05-04", "needDate": None, "deliverBy": "2026-05-20"}
GROSS_BASIS = "tax.ppn_threshold_basis=GROSS"
goods, meal = line(10_000_000), line(4_500_000, "catering")


def band(turnover):
    """A person with letter and statement who has had this turnover in the year so far."""
    return {**BAND, "turnoverYearToDate": turnover}


def old_letter(until):
    """A company whose letter of final tax runs out on this day."""
    return {"legalForm": "pt", "finalTaxLetter": {"number": "S", "validUntil": until}}


def on(date):
    return {"date": date, "needDate": None, "deliverBy": None}


# fmt: off
# number, lines, changes of the vendor, other facts, settings, totals expected
VECTORS = [
    ("1", [goods], {}, {}, [], dict(
        priceExVat=10_000_000, vatBase=9_166_667, vat=1_100_000, gross=11_100_000, withheld=150_000,
        netToVendor=9_850_000)),
    ("2", [line(5_000_000, inclusive=True)], {}, {}, [], dict(
        priceExVat=4_504_505, vat=495_495, gross=5_000_000)),
    ("3", [line(2_500_008, inclusive=True)], {}, {}, [], dict(
        priceExVat=2_252_259, vat=247_749, gross=2_500_008)),
    ("4", [line(3_000_000)], PLAIN, {}, [], dict(vatBase=0, vat=0, withheld=45_000, netToVendor=2_955_000)),
    ("5", [line(3_000_000)], {**PLAIN, "npwp": None}, {}, [], dict(withheld=90_000, netToVendor=2_910_000)),
    ("6", [line(2_000_000)], PLAIN, {}, [], dict(withheld=0, netToVendor=2_000_000)),
    ("7", [line(2_000_001)], PLAIN, {}, [], dict(withheld=30_000)),
    ("8a", [line(2_000_033)], PLAIN, {}, [], dict(withheld=30_000)),
    ("8b", [line(2_000_034)], PLAIN, {}, [], dict(withheld=30_001)),
    ("8c", [line(2_000_100)], PLAIN, {}, [], dict(withheld=30_002)),
    ("9", [line(2_000_000)], {}, {}, [], dict(
        vat=220_000, vatCollected=0, withheld=0, netToVendor=2_220_000)),
    ("10", [line(2_000_000)], {}, {}, [GROSS_BASIS], dict(
        vat=220_000, vatCollected=220_000, netToVendor=2_000_000)),
    ("10 last exempt", [line(1_801_802)], {}, {}, [GROSS_BASIS], dict(
        vat=198_198, vatCollected=0, gross=2_000_000)),
    ("10 first collected", [line(1_801_803)], {}, {}, [GROSS_BASIS], dict(
        vatCollected=198_198, gross=2_000_001)),
    ("11", [line(45_045_045)], {}, {}, [], dict(vat=4_954_955, gross=50_000_000)),
    ("12", [line(45_045_046)], {}, {}, [], dict(vat=4_954_955, gross=50_000_001)),
    ("13", [line(7_250_000, "service")], {}, {}, [], dict(
        vatBase=6_645_833, vat=797_500, withheld=145_000, netToVendor=7_105_000)),
    ("14", [meal], {}, {}, [], dict(vat=0, withheld=90_000, netToVendor=4_410_000)),
    ("15", [meal], {"npwp": None}, {}, [], dict(vat=0, withheld=180_000, netToVendor=4_320_000)),
    ("16", [meal], band(500_000_001), {}, [], dict(withheld=22_500, netToVendor=4_477_500)),
    ("17", [meal], band(120_000_000), {}, [], dict(withheld=0, netToVendor=4_500_000)),
    ("18 REVIEW", [meal], band(498_000_000), {}, [], dict(withheld=22_500)),
    ("18 SPLIT", [meal], band(498_000_000), {}, ["tax.umkm_crossing=SPLIT"], dict(withheld=12_500)),
    ("18 FULL", [meal], band(498_000_000), {}, ["tax.umkm_crossing=FULL"], dict(withheld=22_500)),
    ("19", [line(3_000_000, "service")], PERSON, {}, [], dict(withheld=75_000, netToVendor=2_925_000)),
    ("20", [goods], {}, {}, ["tax.collector=PLATFORM"], dict(
        vat=1_100_000, vatCollected=1_100_000, withheld=50_000, netToVendor=9_950_000)),
    ("21", [goods], PLAIN, {"paymentMode": "KKPD"}, [], dict(vat=0, withheld=0, netToVendor=10_000_000)),
    ("22", [line(33_333)] * 3, {}, {}, [], dict(priceExVat=99_999, vat=11_001)),
    ("23", [line(2_345_650)], {}, {}, [], dict(vat=258_022)),
    ("24 letter run out", [goods], old_letter("2026-04-30"), MAY, [], dict(withheld=150_000)),
    ("24 letter still good", [goods], old_letter("2026-05-04"), MAY, [], dict(withheld=50_000)),
    ("26 before", [line(1_000_000)], {}, on("2024-12-31"), [], dict(vatBase=1_000_000, vat=110_000)),
    ("26 after", [line(1_000_000)], {}, on("2025-01-01"), [], dict(vatBase=916_667, vat=110_000)),
]
# fmt: on


@pytest.mark.parametrize(
    "number, lines, vendor, other, settings, expected", VECTORS, ids=[vector[0] for vector in VECTORS]
)
def test_vector(number, lines, vendor, other, settings, expected):
    decision = decide(facts(*lines, vendor=vendor, **other), *settings)
    assert {name: decision["totals"][name] for name in expected} == expected
    over = decision["totals"]["gross"] > 50_000_000
    assert ("ORDER_CAP" in severities(decision)) == over and decision["allowed"] is not over
    assert (severities(decision).get("REVIEW_REQUIRED") == "hold") == (number == "18 REVIEW")
    form = None if over else "purchase_slip" if decision["totals"]["gross"] <= 10_000_000 else "receipt_bill"
    assert decision["evidenceForm"] == form


def test_taxes_by_name():
    assert taxes(decide(facts(line(10_000_000)))) == {"PPN": 1_100_000, "PPH22": 150_000}
    assert taxes(decide(facts(line(7_250_000, "service")))) == {"PPN": 797_500, "PPH23": 145_000}
    assert taxes(decide(facts(line(3_000_000, "service"), vendor=PERSON)))["PPH21"] == 75_000
    assert taxes(decide(facts(line(4_500_000, "catering"), vendor=band(600_000_000))))["PPH_FINAL"] == 22_500


def test_who_deposits():
    def collector(decision, code):
        return next(tax["collectedBy"] for tax in decision["taxes"] if tax["code"] == code)

    assert collector(decide(facts(line(10_000_000))), "PPN") == "treasurer"
    assert collector(decide(facts(line(10_000_000)), "tax.collector=PLATFORM"), "PPN") == "platform"
    assert collector(decide(facts(line(2_000_000))), "PPN") == "vendor"
    card = decide(facts(line(10_000_000), paymentMode="KKPD"))
    assert collector(card, "PPN") == "vendor" and card["totals"]["vat"] == 1_100_000
    assert card["totals"]["vatCollected"] == 0 and card["totals"]["withheld"] == 0


def test_rule_of_vat_changes_with_the_year():
    def rule(date):
        decision = decide(facts(line(1_000_000), date=date, needDate=None, deliverBy=None))
        return next(tax["rule"] for tax in decision["taxes"] if tax["code"] == "PPN"), decision[
            "rulesVersion"
        ]

    (old, old_version), (new, new_version) = rule("2024-12-31"), rule("2025-01-01")
    assert old != new and old_version.startswith("national-") and not new_version.startswith("national-")


def test_withholding_is_rounded_once_per_class():
    """1.5 % of the sum of three lines of goods, not of each; services beside them by their own row."""
    decision = decide(
        facts(line(1_000_033), line(1_000_033), line(1_000_033), line(1_000_000, "service"), vendor=PLAIN)
    )
    assert taxes(decision) == {"PPH22": 45_001, "PPH23": 20_000}
    by_code = {tax["code"]: tax["lines"] for tax in decision["taxes"] if tax["amount"]}
    assert by_code == {"PPH22": ["p1", "p2", "p3"], "PPH23": ["p4"]}


def test_exempt_class_pays_nothing():
    decision = decide(facts(line(9_000_000, "exempt")))
    assert decision["totals"] == {
        "priceExVat": 9_000_000,
        "vatBase": 0,
        "vat": 0,
        "vatCollected": 0,
        "gross": 9_000_000,
        "withheld": 0,
        "netToVendor": 9_000_000,
    }


def test_inclusive_price_counts_only_with_vat():
    decision = decide(facts(line(3_000_000, inclusive=True), vendor=PLAIN))
    assert decision["totals"]["priceExVat"] == decision["totals"]["gross"] == 3_000_000


def test_inclusive_price_is_taken_per_line():
    """3 × Rp 33,333 inclusive: the line of 99,999 is divided once."""
    decision = decide(facts(line(33_333, quantity=3, inclusive=True)))
    assert decision["totals"]["priceExVat"] == 90_089 and decision["totals"]["vat"] == 9_910


def test_exempt_band_gives_nothing_in_any_row():
    for tax_class in ("goods", "service", "catering"):
        decision = decide(facts(line(4_500_000, tax_class), vendor=band(0)))
        assert decision["totals"]["withheld"] == 0, tax_class
    without = decide(
        facts(line(4_500_000), vendor={**BAND, "exemptBandStatement": False, "turnoverYearToDate": 0})
    )
    assert without["totals"]["withheld"] == 22_500
    company = decide(
        facts(line(4_500_000), vendor={**BAND, "legalForm": "cooperative", "turnoverYearToDate": 0})
    )
    assert company["totals"]["withheld"] == 22_500, "the band is for individuals"


def test_edges_of_the_band():
    def withheld(before):
        return decide(
            facts(line(4_500_000, "catering"), vendor={**BAND, "turnoverYearToDate": before}),
            "tax.umkm_crossing=SPLIT",
        )["totals"]["withheld"]

    assert [withheld(before) for before in (495_500_000, 495_500_200, 500_000_000)] == [0, 1, 22_500]


def test_letter_of_final_tax_pays_half_a_percent_on_any_goods():
    """Below the Rp 2 million of PPh 22 too? Row 4 applies the letter only above it, as PPh 22 itself."""
    above = decide(
        facts(line(2_000_001), vendor={**PLAIN, "legalForm": "cooperative", "finalTaxLetter": LETTER})
    )
    assert taxes(above)["PPH_FINAL"] == 10_000
    day_after = decide(
        facts(
            line(10_000_000), vendor={**PLAIN, "finalTaxLetter": {"number": "S", "validUntil": "2027-02-28"}}
        )
    )
    assert taxes(day_after)["PPH22"] == 150_000
