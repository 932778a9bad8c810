"""Things are found and chosen by their names: in long lists, in forms, and from what one was told of."""

import secrets

import pytest

from journey.client import everything
from journey.desk import Clerk
from journey.page import Page
from journey.tables import import_rows
from journey.vendor import verify


@pytest.fixture(scope="module")
def wide(provinces):
    """A province with more units than a choice unfolds."""
    province = provinces[min(provinces)]
    mark = secrets.token_hex(2)
    stem = province.unit["code"]
    rows = [
        {"code": f"{stem}.9{place:03}", "name": f"Puskesmas {mark} Nomor {place:03}", "parentCode": stem}
        for place in range(120)
    ]
    import_rows(province.administrator, "units", rows)
    return province, mark


def test_orders_are_found_by_words_state_and_days(province, purse, shop):
    goods = shop.product(name=f"Rak besi {secrets.token_hex(3)}", price=150_000)
    small = purse.order(shop, [(goods["id"], 1)])
    large = purse.order(shop, [(goods["id"], 9)], submit=True)
    word = goods["name"].split()[-1]
    clerk = Clerk(province.host, province.named("procurement_officer"))

    def found(**query):
        text = "&".join(f"{name}={value}" for name, value in query.items())
        links = clerk.see(f"/orders?{text}").links
        return [deal for deal in (small, large) if deal.path in links]

    assert found(q=f"rak+{word.upper()}") == [small, large]
    assert found(q=purse.rup_code) == [small, large] and found(q=purse.rup_code, state="submitted") == [large]
    assert found(q=word, unitId=purse.unit_id) == [small, large] and found(q=word, to="2020-01-01") == []
    page = clerk.see(f"/orders?q={word}-bukan-ini")
    assert "Tidak ada pesanan yang cocok" in page.text and "/orders" in page.links
    assert "No order fits" in clerk.see(f"/orders?q={word}-bukan-ini", language="en").text

    listed = everything(province.buyer, "/orders", q=word, sort="gross")
    assert [order["id"] for order in listed] == [small.id, large.id]
    for sort in ("newest", "oldest", "deliverBy", "gross", "-gross"):
        first = province.buyer.get("/orders", q=word, sort=sort, limit=1).expect(200).json
        rest = province.buyer.get("/orders", q=word, sort=sort, limit=1, cursor=first["nextCursor"]).expect(200).json
        assert {first["items"][0]["id"], rest["items"][0]["id"]} == {small.id, large.id}, sort
        assert rest["nextCursor"] is None
    assert province.buyer.get("/orders", sort="gross", limit=1, cursor=first["nextCursor"]).status == 422


def test_needs_are_found_by_words(province, purse):
    word = secrets.token_hex(4)
    body = {"packageId": purse.package["id"], "budgetLineId": purse.line_id, "title": f"Kursi {word}"}
    need = purse.officer.post("/needs", body).expect(201).json
    clerk = Clerk(province.host, province.named("commitment_officer"))
    for words, there in ((f"KURSI {word}", True), (purse.rup_code, True), (f"meja {word}", False)):
        page = clerk.see(f"/needs?q={words.replace(' ', '+')}")
        assert (f"/needs/{need['id']}" in page.links) == there, words
        assert (need["id"] in [item["id"] for item in everything(province.buyer, "/needs", q=words)]) == there


def test_reference_lists_are_searched(wide):
    province, mark = wide
    units = everything(province.buyer, "/units", q=f"{mark} 017")
    assert [unit["name"] for unit in units] == [f"Puskesmas {mark} Nomor 017"]
    whole = {unit["id"] for unit in everything(province.buyer, "/units")}
    assert len(whole) > 120
    officer = province.officer
    name = officer.get("/sessions/current").expect(200).json["user"]["name"]
    assert officer.id in [one["id"] for one in everything(province.buyer, "/officials", q=name.upper())]
    package = everything(province.buyer, "/packages")[0]
    found = everything(province.buyer, "/packages", q=package["rupCode"])
    assert [one["rupCode"] for one in found] == [package["rupCode"]]
    line = everything(province.buyer, "/budget-lines")[0]
    assert line["id"] in [one["id"] for one in everything(province.buyer, "/budget-lines", q=line["code"])]


def test_a_unit_is_chosen_by_a_part_of_its_name_where_a_choice_would_be_too_long(wide):
    province, mark = wide
    clerk = Clerk(province.host, province.named("tenant_admin"))
    html = clerk.html("/users/new")
    assert 'list="new.unitId-list"' in html and "Ketik sebagian nama" in html
    person = {
        "new.name": "Rina Kurnia", "new.email": f"{secrets.token_hex(5)}@dinas.example",
        "new.nip": f"198501012010012{secrets.randbelow(900) + 100}", "new.roles.goods_keeper": "true",
    }
    several = clerk.refused("/users/new", "/users/new", {**person, "new.unitId": f"Puskesmas {mark}"})
    assert "Lebih dari satu yang cocok" in several.text and "#new.unitId" in several.links
    none = clerk.refused("/users/new", "/users/new", {**person, "new.unitId": "Dinas Yang Tidak Ada"})
    assert "Tidak ada yang cocok dengan “Dinas Yang Tidak Ada”" in none.text
    ticks = [name for name in clerk.form("/users/new", "/users/new")["fields"] if name.startswith("new.roles.")]
    again = clerk.send(
        "/users/new", "/users/new", {**person, "new.unitId": f"{mark} 042"},
        without=[name for name in ticks if name not in person],
    ).expect(200)
    assert "Undangan" in Page(again.text).text
    made = everything(province.administrator, "/users", q=person["new.email"])[0]
    unit = everything(province.buyer, "/units", q=f"{mark} 042")[0]
    assert made["unitId"] == unit["id"]
    shown = clerk.html(f"/users/{made['id']}")
    assert f"Puskesmas {mark} Nomor 042" in shown
    others = [name.replace("new.", "edit.") for name in ticks if name not in person]
    clerk.does(f"/users/{made['id']}", "/edit", {"edit.unitId": f"Puskesmas {mark} Nomor 043"}, without=others)
    made = province.administrator.get(f"/users/{made['id']}").expect(200).json
    assert made["unitId"] == everything(province.buyer, "/units", q=f"{mark} 043")[0]["id"]


def test_places_and_lines_of_business_have_names(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 1)], submit=True)
    clerk = Clerk(province.host, province.named("procurement_officer"))
    code = province.facts["code"] + ".71"
    text = clerk.see(deal.path).text
    assert "Jalan Kantor 1, Kota" in text and f"({code})" not in text
    source = f"/orders/new?package={purse.package['id']}"
    assert clerk.option(source, "Kota").startswith(province.facts["code"] + ".")
    _, vendor = verify(province, vatRegistered=False)
    verifier = Clerk(province.host, province.named("verifier"))
    text = verifier.see(f"/vendors/{vendor['id']}").text
    assert "(47611)" in text and f"({code})" not in text and "Kota" in text
    assert "Kota" in verifier.see(f"/vendors?q={vendor['nib']}").text


def test_a_notice_about_a_vendor_or_rules_leads_there(province):
    owner, vendor = verify(province, vatRegistered=False)
    changed = {"code": "014", "accountNumber": "123456789012", "accountName": vendor["businessName"]}
    owner.patch(f"/vendors/{vendor['id']}", {"bank": changed}).expect(200)
    verifier = Clerk(province.host, province.named("verifier"))
    assert f"/vendors/{vendor['id']}" in verifier.see("/notifications").links
