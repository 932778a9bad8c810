"""What is left to do once an order is paid, who bought it, how its taxes came about, and how both sides rated it."""

import pytest

from journey.desk import Clerk
from journey.purse import Purse
from journey.vendor import PASSWORD, Shop, nik


@pytest.fixture
def paid(purse, shop):
    return purse.order(shop, [(shop.item["id"], 3)]).to("paid")


def seller(province, shop):
    return Clerk(province.host, {"email": shop.vendor["email"], "password": PASSWORD})


def at(province, role):
    return Clerk(province.host, province.named(role))


def test_deposits_without_a_receipt_wait_on_the_treasurers_desk(province, paid):
    treasurer = at(province, "treasurer")
    page = treasurer.see("/desk")
    links = [link for link in page.links if paid.id in link]
    assert links == [f"{paid.path}#do-tax-receipt.PPH22", f"{paid.path}#do-tax-receipt.PPN"], links
    assert "Setoran pajak tanpa NTPN" in page.text and "Setor paling lambat" in page.text
    assert "hari ini" in page.text, "a payment by LS is deposited on its own day"
    assert "Tax deposits without NTPN" in treasurer.see("/desk", language="en").text
    html = treasurer.html(paid.path)
    assert 'id="do-tax-receipt.PPN"' in html and 'id="do-tax-receipt.PPH22"' in html
    assert not any(paid.id in link for link in at(province, "budget_owner").see("/desk").links)
    treasurer.does(paid.path, "/do/tax-receipt.PPN", {"tax-receipt.PPN.ntpn": "0A1B2C3D4E5F6G7H"})
    links = [link for link in treasurer.see("/desk").links if paid.id in link]
    assert links == [f"{paid.path}#do-tax-receipt.PPH22"]


def test_a_deposit_that_came_with_the_payment_waits_for_nobody(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 3)]).to("payment_approved")
    codes = [{"code": code, "ntpn": "0A1B2C3D4E5F6G7H"} for code in ("PPN", "PPH22")]
    deal.step("confirm-paid", body={**deal.body("confirm-paid"), "taxDeposits": codes[:1]}).expect(200)
    links = [link for link in at(province, "treasurer").see("/desk").links if deal.id in link]
    assert links == [f"{deal.path}#do-tax-receipt.PPH22"]


def test_whoever_may_rate_reads_so_on_the_desk_and_everybody_reads_the_rating(province, paid, shop):
    officer, owner = at(province, "commitment_officer"), seller(province, shop)
    link = f"{paid.path}#do-rate"
    for clerk in (officer, owner):
        page = clerk.see("/desk")
        assert link in page.links and "Boleh Anda nilai" in page.text
        assert 'id="do-rate"' in clerk.html(paid.path)
    assert not any(link in found for found in at(province, "treasurer").see("/desk").links)
    officer.does(paid.path, "/rate", {"rate.stars": "4", "rate.text": "Datang sebelum rapat."})
    owner.does(paid.path, "/rate", {"rate.stars": "5"})
    for clerk in (officer, owner, at(province, "auditor")):
        page = clerk.see(paid.path)
        for words in ("Dari dinas", "4 dari 5 bintang", "Datang sebelum rapat.", "Dari penyedia", "5 dari 5 bintang"):
            assert words in page.text, words
        assert "4 of 5 stars" in clerk.see(paid.path, language="en").text
    for clerk in (officer, owner):
        assert link not in clerk.see("/desk").links


def test_a_vendor_reads_who_buys_and_whom_to_ask(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 2)]).to("issued")
    owner = seller(province, shop)
    page = owner.see(deal.path)
    assert "Bagian Uji " + purse.package["name"].split()[-1] in page.text
    assert "Tanyakan kepada (PPK)" in page.text and province.named("commitment_officer")["email"] in page.text
    assert "Jalan Kantor 1" in page.text
    text = owner.see(deal.path, language="en").text
    assert "Buying unit" in text and "Whom to ask" in text


def test_the_raised_rate_without_a_taxpayer_number_is_told(province):
    number = nik(province.facts["code"])
    shop = Shop(
        province, legalForm="individual", ownerNik=number, npwp=None, vatRegistered=False, finalTaxLetter=None
    )
    item = shop.product(price=3_000_000)
    purse = Purse(province)
    prices = [{"source": place, "unitPrice": 3_100_000} for place in ("Pasar Raya", "Toko Lain")]
    deal = purse.order(shop, [(item["id"], 1)], comparedPrices=prices).to("issued")
    assert deal.order["totals"]["withheld"] == 90_000
    for clerk in (seller(province, shop), at(province, "commitment_officer"), at(province, "auditor")):
        text = clerk.see(deal.path).text.replace("\u00a0", " ")
        assert "Tarif biasa 1,5 %. Penyedia belum punya NPWP, jadi tarifnya 100 % lebih tinggi: 3 %." in text
        assert "3 % × Rp3.000.000 = Rp90.000" in text and "Dasar hukum: PMK 51/2025" in text
        english = clerk.see(deal.path, language="en").text
        assert "The rate of the law is 1.5%." in english and "3% × Rp3,000,000 = Rp90,000" in english
