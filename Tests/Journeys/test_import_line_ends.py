"""Files whose lines end as a spreadsheet on Windows ends them, and texts as every browser sends them."""

from pathlib import Path

import pytest

from journey.desk import Clerk
from journey.page import Page
from journey.papers import multipart

TENANTS = Path(__file__).parents[2] / "Tenants"
SHIPPED = ["units", "officials", "budget-lines", "packages", "standard-prices", "vendors", "products"]
SHOWN = 15_000


def sent(clerk, kind, text, do, by_file):
    """The answer to a form of imports, with the text in its field or as a file."""
    path = f"/imports/{kind}"
    if not by_file:
        return clerk.send(path, path, {"import.text": text, "do": do}, without=("import.file",))
    typed = {name: value for name, value in clerk.form(path, path)["fields"].items() if name != "import.file"}
    body, media = multipart(
        text.encode(), name=f"{kind}.csv", media_type="text/csv", field="import.file", **{**typed, "do": do}
    )
    headers = {
        **media, "Accept": "text/html", "Cookie": clerk.cookie, "Origin": clerk.host.url,
        "Sec-Fetch-Site": "same-origin",
    }
    return clerk.host.send("POST", path, body, headers)


def windows(text):
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


@pytest.mark.parametrize("kind", SHIPPED)
def test_a_shipped_file_is_looked_at_and_taken(province, kind):
    clerk = Clerk(province.host, province.named("tenant_admin"))
    text = windows((TENANTS / province.slug / f"{kind}.csv").read_text())
    for by_file in (True, False) if len(text.encode()) <= SHOWN else (True,):
        looked = sent(clerk, kind, text, "look", by_file)
        assert looked.status == 200, (kind, by_file, Page(looked.text).text[:3000])
        assert "dapat diterima" in Page(looked.text).text
        # What is shown again is what is taken.
        shown = next(form for form in Page(looked.text).forms if form["action"].endswith(f"/imports/{kind}"))
        again = shown["fields"].get("import.text") or text
        taken = sent(clerk, kind, windows(again), "take", by_file)
        assert taken.status == 200, (kind, by_file, Page(taken.text).text[:3000])


@pytest.mark.parametrize("kind", SHIPPED + ["blacklist", "holidays"])
def test_a_template_says_the_same_with_either_end(province, kind):
    clerk = Clerk(province.host, province.named("tenant_admin"))
    template = clerk.host.send(
        "GET", f"/imports/{kind}/template.csv", headers={"Accept": "text/html", "Cookie": clerk.cookie}
    ).expect(200)
    plain = template.text.replace("\r\n", "\n")
    answers = [sent(clerk, kind, text, "look", by_file) for text in (plain, windows(plain)) for by_file in (True, False)]
    assert len({answer.status for answer in answers}) == 1, [answer.status for answer in answers]
    assert all("\\r" not in Page(answer.text).text for answer in answers)
    rows = [Page(answer.text).text.split("Unduh")[0] for answer in answers]
    assert len(set(rows)) == 1, rows
