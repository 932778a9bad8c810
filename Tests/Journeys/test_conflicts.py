"""Prices that move and particulars that are shared: what stops an order, and who learns why."""

import secrets

import pytest

from journey.client import everything
from journey.decide import decide, facts, line, severities
from journey.desk import Clerk
from journey.nusa import wait_for
from journey.page import Page
from journey.purse import NUMBERS, Purse
from journey.tables import import_csv, table
from journey.vendor import Shop, hand_in, nik, register


def official(province, **particulars):
    """A new official of whom a file tells these particulars; the email."""
    row = {
        "email": f"{secrets.token_hex(5)}@dinas.example",
        "name": "Pegawai Berdata",
        "nip": f"19790101200501{1000 + next(NUMBERS) % 1000}",
        "roles": "goods_keeper",
        **particulars,
    }
    text = table(list(row), [row])
    told = import_csv(province.administrator, "officials", text).expect(200).json
    assert told == {"imported": 1, "updated": 0, "unchanged": 0}
    again = import_csv(province.administrator, "officials", text).expect(200).json
    assert again == {"imported": 0, "updated": 0, "unchanged": 1}
    return row["email"]


def codes(answer):
    return {one["code"]: one for one in answer.problem(422, "rules_violated")["decision"]["violations"]}


def test_price_that_jumps_stops_orders_until_it_is_curated(province):
    shop = Shop(province)
    item = shop.product(price=1_000_000)
    purse = Purse(province)
    body = purse.body(shop.id, [(item["id"], 1)], submit=True)
    path = f"/products/{item['id']}"
    assert shop.owner.patch(path, {"price": 1_200_000}).expect(200).json["state"] == "in_curation"
    found = codes(province.buyer.post("/orders", body))
    assert found["PRC1"]["severity"] == "block" and "PRODUCT_NOT_LISTED" in found
    change = found["PRC1"]["explanation"]["changes"][0]
    assert (change["from"], change["to"]) == (1_000_000, 1_200_000)
    province.verifier.post(f"{path}/list", {}).expect(200)
    decision = province.buyer.post("/orders/preview", body).expect(200).json
    assert "PRC1" not in severities(decision)
    prices = everything(province.buyer, f"{path}/prices")
    assert [one["price"] for one in prices] == [1_200_000, 1_000_000] and all(one["curatedAt"] for one in prices)
    assert prices[0]["before"] == 1_000_000 and prices[1]["before"] is None
    shop.owner.get(f"{path}/prices").expect(200)
    province.person("vendor_owner").get(f"{path}/prices").problem(404, "not_found")


def test_price_that_climbs_in_steps_is_curated_too(province):
    shop = Shop(province)
    path = f"/products/{shop.product(price=1_000_000)['id']}"
    assert shop.owner.patch(path, {"price": 1_080_000}).expect(200).json["state"] == "listed"
    assert shop.owner.patch(path, {"price": 1_160_000}).expect(200).json["state"] == "in_curation"


@pytest.mark.parametrize("column, kind", [("phone", "phone"), ("accountNumber", "account"), ("address", "address")])
def test_vendor_that_shares_with_an_official_sells_nothing(province, column, kind):
    mark = secrets.token_hex(4)
    shop = Shop(province, address={"street": f"Jl. {mark} No. 07", "regionCode": province.facts["code"] + ".71"})
    item = shop.product(price=1_000_000)
    body = Purse(province).body(shop.id, [(item["id"], 1)], submit=True)
    told = {
        "phone": shop.vendor["phone"],
        "accountNumber": shop.owner.get(f"/vendors/{shop.id}").json["bank"]["accountNumber"],
        "address": f"Jalan {mark}, 7",
    }[column]
    town = {"addressRegionCode": province.facts["code"] + ".71"} if column == "address" else {}
    email = official(province, **{column: told}, **town)
    answer = province.buyer.post("/orders", body)
    found = codes(answer)["COI1"]
    assert found["severity"] == "block" and found["explanation"]["officials"] == 1
    assert set(found["explanation"]) & {"matches", "shared", "kinds"} == set()
    for secret in (email, told, "Pegawai Berdata"):
        assert secret not in answer.text
    conflicts = province.auditor.get(f"/vendors/{shop.id}/conflicts").expect(200).json["conflicts"]
    assert [(one["name"], one["shared"], one["declared"]) for one in conflicts] == [("Pegawai Berdata", [kind], [])]
    for person in (province.buyer, province.verifier, shop.owner):
        person.get(f"/vendors/{shop.id}/conflicts").problem(403, "forbidden")


def test_an_equal_street_in_another_town_is_another_home(province):
    mark, code = secrets.token_hex(4), province.facts["code"]
    shop = Shop(province, address={"street": f"Jl. {mark} No. 07", "regionCode": f"{code}.71"})
    body = Purse(province).body(shop.id, [(shop.product(price=1_000_000)["id"], 1)])
    official(province, address=f"Jalan {mark} 7", addressRegionCode=f"{code}.01")
    assert "COI1" not in severities(province.buyer.post("/orders/preview", body).expect(200).json)
    official(province, address=f"Jalan {mark} 7", addressRegionCode=f"{code}.71.01")
    assert severities(province.buyer.post("/orders/preview", body).expect(200).json)["COI1"] == "block"
    row = {
        "email": f"{secrets.token_hex(5)}@dinas.example",
        "name": "Pegawai Tanpa Kota",
        "nip": f"19790101200503{1000 + next(NUMBERS) % 1000}",
        "roles": "goods_keeper",
        "address": f"Jalan {mark} 7",
    }
    refused = import_csv(province.administrator, "officials", table(list(row), [row]))
    assert refused.errors() == {"/rows/1/addressRegionCode": "required"}


def test_the_auditor_declares_what_is_no_conflict(province):
    shop = Shop(province)
    body = Purse(province).body(shop.id, [(shop.product(price=1_000_000)["id"], 1)])
    official(province, phone=shop.vendor["phone"])
    path = f"/vendors/{shop.id}/conflicts"
    (conflict,) = province.auditor.get(path).expect(200).json["conflicts"]
    word = f"{path}/{conflict['userId']}/declare"
    reason = {"reason": "Nomor lama, dialihkan operator; surat keterangan 12/2027.", "until": "2099-12-31"}
    for person in (province.buyer, province.verifier, province.owner):
        person.post(word, reason).problem(403, "forbidden")
    assert province.auditor.post(word, {}).errors() == {"/reason": "required", "/until": "required"}
    assert province.auditor.post(word, {**reason, "until": "2020-01-01"}).errors() == {"/until": "too_small"}
    stranger = province.auditor.post(f"{path}/{shop.id}/declare", reason)
    stranger.problem(404, "not_found")
    unrelated = province.auditor.post(f"{path}/{province.buyer.id}/declare", reason)
    unrelated.problem(404, "not_found")
    told = province.auditor.post(word, reason).expect(200).json
    assert told["conflicts"][0]["declared"] == ["phone"] == told["conflicts"][0]["shared"]
    assert told["declarations"][0]["reason"] == reason["reason"]
    assert severities(province.buyer.post("/orders/preview", body).expect(200).json)["COI1"] == "info"
    checked = province.service.command("audit", "verify", "--tenant", province.slug)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    official(province, phone=shop.vendor["phone"])
    assert severities(province.buyer.post("/orders/preview", body).expect(200).json)["COI1"] == "block"


def test_the_same_person_is_not_declared_away(province):
    number = nik(province.facts["code"])
    shop = Shop(province, ownerNik=number)
    official(province, nik=number)
    path = f"/vendors/{shop.id}/conflicts"
    (conflict,) = province.auditor.get(path).expect(200).json["conflicts"]
    body = {"reason": "Bukan orang yang sama.", "until": "2099-12-31"}
    province.auditor.post(f"{path}/{conflict['userId']}/declare", body).problem(409, "same_person")


def test_conflict_ends_with_the_particular(province):
    shop = Shop(province)
    item = shop.product(price=1_000_000)
    body = Purse(province).body(shop.id, [(item["id"], 1)])
    official(province, phone=shop.vendor["phone"])
    assert "COI1" in severities(province.buyer.post("/orders/preview", body).expect(200).json)
    shop.owner.patch(f"/vendors/{shop.id}", {"phone": "+6281" + str(secrets.randbelow(10**9)).zfill(9)}).expect(200)
    assert "COI1" not in severities(province.buyer.post("/orders/preview", body).expect(200).json)


def test_official_takes_no_step_on_an_order_of_a_relative(province):
    """Somebody who comes into office when the order is already on its way."""
    shop = Shop(province)
    item = shop.product(price=1_000_000)
    deal = Purse(province).order(shop, [(item["id"], 1)]).to("verified_for_payment")
    email = f"{secrets.token_hex(5)}@dinas.example"
    body = {
        "email": email,
        "name": "Bendahara Baru",
        "nip": f"19790101200502{1000 + next(NUMBERS) % 1000}",
        "phone": shop.vendor["phone"],
        "roles": ["treasurer"],
        "unitId": province.home,
    }
    made = province.administrator.post("/users", body).expect(201).json
    password = "Cenderawasih-terbang-tinggi-94"
    link = made["invitation"]["url"].rsplit("/", 1)[1]
    province.host.post(f"/invitations/{link}", {"password": password}).expect(200)
    path = f"/vendors/{shop.id}/conflicts"
    wait_for(lambda: province.auditor.get(path).expect(200).json["conflicts"], 10, "the new account is hashed")
    relative = province.host.sign_in(email, password)
    relative.post(f"/orders/{deal.id}/request-payment", {}).problem(409, "conflict_of_interest")
    deal.step("request-payment", "treasurer", {}).expect(200)


def test_official_is_no_vendor_unless_on_leave(province):
    number = nik(province.facts["code"])
    official(province, nik=number)
    owner, vendor = register(province, ownerNik=number)
    hand_in(owner, vendor)
    path = f"/vendors/{vendor['id']}"
    owner.post(f"{path}/submit", {}).expect(200)
    refused = province.verifier.post(f"{path}/verify", {})
    assert refused.errors() == {"/reason": "ASN_VENDOR"} and "PerLKPP 12/2021" in refused.text
    leave = {"reason": "Cuti di luar tanggungan negara, surat BKD 12/2027."}
    assert province.verifier.post(f"{path}/verify", leave).expect(200).json["state"] == "verified"


def test_particulars_in_the_facts_of_a_decision():
    change = {"productId": "p1", "day": "2027-02-20", "from": 5_000_000, "to": 10_000_000}
    assert severities(decide(facts(line(10_000_000), priceChanges=[change])))["PRC1"] == "block"
    late = {**change, "day": "2027-02-14"}
    assert "PRC1" not in severities(decide(facts(line(10_000_000), priceChanges=[late])))
    shared = [{"user": "u7", "shared": ["nik"]}]
    decision = decide(facts(line(10_000_000), conflicts=shared))
    assert severities(decision)["COI1"] == "block" and "u7" not in str(decision)
    assert decision["allowed"] is False


def test_the_auditor_declares_it_on_a_page(province):
    shop = Shop(province)
    official(province, phone=shop.vendor["phone"])
    clerk = Clerk(province.host, province.named("auditor"))
    path = f"/vendors/{shop.id}/conflicts"
    assert path in clerk.see(f"/vendors/{shop.id}").links
    page = clerk.see(path)
    assert "Pegawai Berdata" in page.text and "telepon" in page.text
    (conflict,) = province.auditor.get(path).expect(200).json["conflicts"]
    user = conflict["userId"]
    late = {f"{user}.reason": "Nomor lama.", f"{user}.until": "2020-01-01"}
    assert f"#{user}.until" in clerk.refused(path, f"/{user}", late).links
    clerk.does(path, f"/{user}", {**late, f"{user}.until": "2099-12-31"})
    assert "Nomor lama." in clerk.see(path, language="en").text
    assert not [form for form in Page(clerk.html(path)).forms if form["action"].endswith(user)]
    Clerk(province.host, province.named("verifier")).see(path, status=403)
