"""What anyone may read of the province's purchases: the reports as JSON and CSV, and their pages."""

import csv
import io
import zipfile
from xml.etree import ElementTree

import pytest

from journey.purchase import today
from journey.vendor import Shop
from journey.visitor import Visitor


@pytest.fixture
def paid(province, purse):
    """A purchase from a shop of the test's own that was paid."""
    shop = Shop(province)
    item = shop.product(price=1_000_000)
    return purse.order(shop, [(item["id"], 2)]).to("paid")


def unit(report, purchase):
    return next(row for row in report["items"] if row["unitId"] == purchase.order["unitId"])


def test_spending_shares_and_days(province, paid):
    host, day = province.host, str(today(province.service))
    spending = host.get("/reports/spending").expect(200).json
    assert spending["to"] == day and spending["from"] == day[:4] + "-01-01"
    own = unit(spending, paid)
    assert own["gross"] >= paid.order["totals"]["gross"] and own["orders"] >= 1 and own["paid"] > 0
    assert spending["total"]["gross"] == sum(row["gross"] for row in spending["items"])
    share = host.get("/reports/umk-share").expect(200).json
    assert share["total"]["gross"] == spending["total"]["gross"] and 0 < share["total"]["shareThousandths"] <= 1000
    assert unit(share, paid)["micro"] >= paid.order["totals"]["gross"]
    days = host.get("/reports/days-to-pay").expect(200).json
    assert unit(days, paid)["paid"] >= 1 and days["promiseWorkingDays"] > 0


def test_periods_and_formats(province, paid):
    host = province.host
    nothing = host.get("/reports/spending", **{"from": "2001-01-01", "to": "2001-12-31"}).expect(200).json
    assert nothing["items"] == [] and nothing["total"]["gross"] == 0
    assert host.get("/reports/spending", **{"from": "2027-02-01", "to": "2027-01-01"}).errors() == {"/query/to": "too_small"}
    assert host.get("/reports/spending", format="ods").errors() == {"/query/format": "not_one_of"}
    assert "/query/format" in host.get("/reports/umk-share", format="pdf").errors()
    for report in ("spending", "umk-share", "days-to-pay"):
        answer = host.get(f"/reports/{report}", format="csv").expect(200)
        assert answer.headers["content-type"] == "text/csv; charset=utf-8"
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        assert {row["unitId"] for row in rows} == {row["unitId"] for row in host.get(f"/reports/{report}").json["items"]}
        book = sheet(host.get(f"/reports/{report}", format="xlsx").expect(200))
        assert book == [list(rows[0]), *[list(row.values()) for row in rows]]


def sheet(answer):
    """The cells of the one sheet of a workbook, row by row; numbers are numbers there."""
    assert answer.headers["content-type"].endswith("spreadsheetml.sheet")
    with zipfile.ZipFile(io.BytesIO(answer.body)) as book:
        space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        texts = ["".join(item.itertext()) for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        rows = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(f"{space}row")
        cells = [
            {ord(cell.get("r")[0]) - ord("A"): (cell.get("t"), cell.findtext(f"{space}v") or "") for cell in row}
            for row in rows
        ]
    assert any(kind is None and value.isdigit() for row in cells[1:] for kind, value in row.values())

    def text(cell):
        kind, value = cell
        return texts[int(value)] if kind == "s" else value

    return [[text(row.get(column, (None, ""))) for column in range(len(cells[0]))] for row in cells]


@pytest.mark.parametrize("language, words", [("id", "Belanja per dinas"), ("en", "Spending by office")])
def test_pages_for_everybody(province, paid, language, words):
    visitor = Visitor(province.host, language=language)
    page = visitor.get("/transparency")
    assert words in page.text and "<svg" in page.html and "<table" in page.html
    for link in page.links:
        if "format=csv" in link:
            visitor.answer(link)
    assert visitor.get("/transparency?from=2001-01-01&to=2001-02-01").text
    visitor.get("/transparency?from=2027-02-01&to=2027-01-01", status=422)
    purchases = visitor.get("/transparency/purchases")
    assert paid.shop.vendor["businessName"] in purchases.text and paid.shop.vendor["email"] not in purchases.html
