"""An order's page says whose turn it is when something lies over it, and what came of what one side proposed."""

import pytest

from browser.scene import login
from journey.desk import Clerk
from journey.page import Page
from journey.purchase import REASON


@pytest.fixture
def deal(purse, shop):
    return purse.order(shop, [(shop.item["id"], 4)])


class Sides:
    """The officer, the budget owner and the vendor of one order, each with a browser."""

    def __init__(self, province, shop, deal):
        self.path = deal.path
        self.officer = Clerk(province.host, province.named("commitment_officer"))
        self.owner = Clerk(province.host, province.named("budget_owner"))
        self.vendor = Clerk(province.host, login(province, shop.owner))

    def text(self, who):
        return Page(getattr(self, who).html(self.path)).text


@pytest.fixture
def sides(province, shop, deal):
    return Sides(province, shop, deal)


def test_whose_turn_it_is_in_a_dispute(sides, deal):
    deal.to("delivered").step("open-dispute", "vendor", REASON).expect(200)
    officer = sides.officer.html(sides.path)
    assert "Menunggu Anda" in officer and "Dijawab paling lambat" in officer
    assert officer.index("answer-dispute.text") < officer.index("inspect-ok."), "somebody waits for the answer"
    assert "PPK" in sides.text("vendor").split("Menunggu ")[1][:60]
    sides.officer.does(sides.path, "/answer-dispute", {"answer-dispute.text": "Sesuai contoh."})
    owner = sides.text("owner")
    assert "Menunggu Anda" in owner and "PA/KPA memutuskan paling lambat" in owner
    assert "termasuk pajak" in owner and "nilai pesanan turun" in owner and "tidak berubah" not in owner


def test_what_came_of_an_amendment_is_told(sides, deal):
    deal.to("accepted")
    line = deal.order["lines"][0]["id"]
    deal.step("amend", "vendor", {**REASON, "lines": [{"lineId": line, "quantity": 2}]}).expect(200)
    assert "Menunggu Anda" in sides.text("officer")
    answer = {"answer-amendment.accept": "false", "answer-amendment.reason": "Tetap empat."}
    done = sides.officer.does(sides.path, "/answer-amendment", answer)
    assert "Adendum ditolak" in Page(sides.officer.html(done)).text
    story = sides.text("vendor")
    assert "Adendum ditolak" in story and "Tetap empat." in story and "menjadi 2" in story


def test_a_hold_stops_everybody_and_time(sides, deal):
    deal.to("issued").step("hold", "owner", REASON).expect(200)
    vendor = sides.text("vendor")
    assert "Ditahan" in vendor and "berhenti selama pesanan ditahan" in vendor and "Berlaku sampai" in vendor
    assert "Anda dapat melepas penahanan" in sides.text("owner")


def test_a_warning_and_a_wish_are_no_ending(sides, deal):
    deal.to("accepted").step("terminate", "officer", REASON).expect(200)
    vendor = sides.text("vendor")
    assert "Peringatan cidera janji" in vendor and "Pemutusan pesanan" not in vendor
    deal.step("cancel-mutual", "vendor", REASON).expect(200)
    vendor = sides.text("vendor")
    assert "Anda mengusulkan pembatalan" in vendor and "Pembatalan bersama" not in vendor
    assert f"{sides.path}/cancel-mutual" not in sides.vendor.html(sides.path)
    assert "Pihak lain mengusulkan pembatalan" in sides.text("officer")


def test_nothing_is_owed_of_what_was_declined(sides, deal):
    deal.to("issued").step("decline", "vendor", REASON).expect(200)
    vendor = sides.text("vendor")
    assert "Hak penyedia" not in vendor and "Dokumen yang belum ada" not in vendor


def test_parts_say_what_was_accepted(sides, deal):
    deal.to("in_fulfilment")
    line = deal.order["lines"][0]
    deal.step("partial-handover", "officer", {"lines": [{"lineId": line["id"], "accepted": 1}]}).expect(200)
    page = sides.text("vendor")
    assert "Bagian 1" in page and f"{line['name']}: 1 " in page and "Diterima" in page


def test_an_address_that_only_takes_a_form_leads_to_its_page(sides, deal, province):
    deal.to("issued")
    headers = {"Accept": "text/html", "Cookie": sides.officer.cookie}
    for action, page in [
        (f"{deal.path}/withdraw", deal.path),
        (f"{deal.path}/do/entry", deal.path),
        ("/payments/verify", "/payments"),
    ]:
        answer = province.host.send("GET", action, headers=headers).expect(303)
        assert answer.headers["location"] == page


def test_others_delays_are_told_as_theirs(sides, deal):
    deal.to("invoiced")
    page = Page(sides.vendor.html("/orders")).text
    row = page[page.index(deal.order["number"]) :][:400]
    assert "Menunggu " in row
