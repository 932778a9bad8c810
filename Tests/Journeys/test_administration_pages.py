"""The province's administrator and the rule approver: users, offices, imports, rules, holidays, by pages alone."""

import secrets
from datetime import timedelta

import pytest

from journey.desk import Clerk
from journey.page import Page
from journey.papers import multipart
from journey.province import Province
from journey.purchase import today


def admin(province, index=0):
    return Clerk(province.host, province.named("tenant_admin", index))


def digits(count):
    return "".join(secrets.choice("0123456789") for _ in range(count))


def test_a_user_is_made_invited_and_stopped(province):
    clerk = admin(province)
    wrong = clerk.refused("/users/new", "/users/new", {"new.email": "bukan-surel"})
    assert "#new.email" in wrong.links and "#new.name" in wrong.links
    email = f"uji{digits(8)}@contoh.example"
    fields = {
        "new.name": "Siti Uji",
        "new.email": email,
        "new.nip": "198001012005011" + digits(3),
        "new.unitId": province.home,
        "new.roles.goods_keeper": "true",
    }
    without = [f"new.roles.{role}" for role in ("auditor", "budget_owner", "commitment_officer", "finance_verifier",
               "procurement_officer", "rule_approver", "technical_officer", "tenant_admin", "treasurer", "verifier")]
    made = clerk.send("/users/new", "/users/new", fields, without)
    page = Page(made.expect(200).text)
    link = next(link for link in page.links if link.startswith("/invitations/"))
    assert province.host.send("GET", link, headers={"Accept": "text/html"}).status == 200
    found = clerk.see(f"/users?q={email}")
    path = next(link for link in found.links if link.startswith("/users/") and link != "/users/new")
    assert "Diundang" in found.text
    user = province.administrator.get(path).expect(200).json
    assert user["roles"] == ["goods_keeper"] and user["unitId"] == province.home
    again = clerk.send(path, "/invite").expect(200)
    assert any(link.startswith("/invitations/") for link in Page(again.text).links)
    clerk.does(path, "/activity")
    assert province.administrator.get(path).expect(200).json["active"] is False
    assert "Activate again" in clerk.see(path, language="en").text


def test_an_acting_holder_is_appointed_and_ended(province):
    clerk = admin(province)
    people = {user["email"]: user for user in province.users}
    acting = province.person("treasurer", 1).id
    holder = province.person("budget_owner").id
    fields = {
        "appoint.userId": acting,
        "appoint.role": "budget_owner",
        "appoint.kind": "acting_plh",
        "appoint.onBehalfOf": holder,
        "appoint.unitId": province.home,
        "appoint.from": str(today(province.service) + timedelta(days=300)),
        "appoint.until": str(today(province.service) + timedelta(days=301)),
        "appoint.decree.number": f"SK-{digits(6)}",
    }
    assert people
    empty = clerk.refused("/offices", "/appoint", {**fields, "appoint.until": ""})
    assert "#appoint.until" in empty.links
    clerk.does("/offices", "/appoint", fields)
    page = clerk.see("/offices?role=budget_owner")
    office = next(link for link in page.links if link.startswith("/offices/"))
    assert fields["appoint.decree.number"] in clerk.see(office).text
    clerk.does(office, "/end", {"end.reason": "Pejabat sudah kembali."})
    assert "Pejabat sudah kembali." in clerk.see(office).text
    treasurer = Clerk(province.host, province.named("treasurer"))
    treasurer.see("/offices")
    assert not [form for form in treasurer.see(office).forms if form["action"].endswith("/end")]


def test_a_file_is_looked_at_before_it_is_taken(province):
    clerk = admin(province)
    assert "/imports/units" in clerk.see("/imports").links
    template = clerk.host.send(
        "GET", "/imports/units/template.csv", headers={"Accept": "text/html", "Cookie": clerk.cookie}
    ).expect(200)
    assert template.text.startswith("code,")
    code = f"UJI.{digits(4)}"
    bad = "code,name,parentCode\n,Tanpa kode,\nX,,\n"
    page = clerk.refused("/imports/units", "/imports/units", {"import.text": bad, "do": "look"})
    assert "Baris yang perlu diperbaiki" in page.text and "code" in page.text and "name" in page.text
    good = f"code,name,parentCode\n{province.unit['code']},{province.unit['name']},\n"
    looked = clerk.send("/imports/units", "/imports/units", {"import.text": good, "do": "look"}).expect(200)
    assert "dapat diterima" in looked.text and "parentCode" in looked.text and code not in looked.text
    form = clerk.form("/imports/units", "/imports/units")
    typed = {name: text for name, text in form["fields"].items() if name != "import.file"}
    body, kind = multipart(
        good.encode(), name="unit.csv", media_type="text/csv", field="import.file", do="look", **typed
    )
    headers = {
        **kind, "Accept": "text/html", "Cookie": clerk.cookie, "Origin": clerk.host.url,
        "Sec-Fetch-Site": "same-origin",
    }
    by_file = clerk.host.send("POST", "/imports/units", body, headers).expect(200)
    assert "dapat diterima" in by_file.text
    nothing = clerk.refused("/imports/units", "/imports/units", {"import.text": "", "do": "take"})
    assert "Pilih berkas" in nothing.text or "tempelkan" in nothing.text
    Clerk(province.host, province.named("auditor")).see("/imports", status=403)


def test_holidays_are_shown_to_every_official(province):
    for role in ("tenant_admin", "commitment_officer"):
        page = Clerk(province.host, province.named(role)).see("/calendar")
        assert "hari kerja" in page.text.lower()


@pytest.fixture(scope="module")
def ruled(spare):
    """A province whose rules no other test looks at."""
    slugs = sorted(entry["slug"] for entry in spare.demo["tenants"])
    return Province(spare, slugs[0])


def test_rules_are_drafted_tried_and_approved_by_two(ruled):
    clerk = admin(ruled)
    page = clerk.see("/rules")
    assert "Dasar hukum" in page.text and "/rules/drafts/new" in page.links
    assert "/rules/drafts/new?key=order.cap_gross" in clerk.see("/rules?group=order").links
    assert "order.cap_gross: " in clerk.html("/rules/drafts/new?key=order.cap_gross")
    above = clerk.refused(
        "/rules/drafts/new", "/rules/drafts/new",
        {"new.version": "uji.1", "new.effectiveFrom": str(today(ruled.service)), "new.settings": "order.cap_gross: 60000000"},
    )
    assert "#new.settings" in above.links
    version = f"uji.{digits(6)}"
    fields = {
        "new.version": version,
        "new.effectiveFrom": str(today(ruled.service) + timedelta(days=1)),
        "new.settings": "order.cap_gross: 40.000.000\ndirect.max: 10000000",
        "new.note": "Batas lebih ketat.",
    }
    draft = clerk.does("/rules/drafts/new", "/rules/drafts/new", fields).split("?")[0]
    own = clerk.see(draft)
    assert "Disetujui orang lain" in own.text and "40.000.000" in own.text
    assert not [form for form in own.forms if form["action"].endswith("/approve")]
    tried = clerk.send(draft, "/simulate", {"simulate.days": "30"}).expect(200)
    assert "Pesanan diperiksa" in Page(tried.text).text
    approver = Clerk(ruled.host, ruled.named("rule_approver"))
    assert draft in approver.see("/desk").links and version in approver.see("/rules/drafts").text
    approver.does(draft, "/approve", {"approve.reason": "Sesuai arahan gubernur."})
    assert "Sesuai arahan gubernur." in approver.see(draft, language="en").text


def test_a_draft_is_discarded(ruled):
    clerk = admin(ruled)
    fields = {
        "new.version": f"uji.{digits(6)}",
        "new.effectiveFrom": str(today(ruled.service) + timedelta(days=2)),
        "new.settings": "order.cap_gross: 30000000",
    }
    draft = clerk.does("/rules/drafts/new", "/rules/drafts/new", fields).split("?")[0]
    clerk.does(draft, "/discard", {"discard.reason": "Tidak jadi."})
    assert "Dibuang" in clerk.see(draft).text
    Clerk(ruled.host, ruled.named("treasurer")).see("/rules", status=403)


def test_a_unit_may_only_be_stricter(ruled):
    clerk = admin(ruled)
    unit = ruled.unit["code"]
    assert clerk.option("/rules/drafts/new", unit) == unit
    fields = {
        "new.version": f"uji.{digits(6)}", "new.effectiveFrom": str(today(ruled.service) + timedelta(days=3)),
        "new.settings": "", "new.unit": unit, "new.units": "order.cap_gross", "new.unitValue": "60.000.000",
    }
    looser = clerk.refused("/rules/drafts/new", "/rules/drafts/new", fields)
    assert "#new.units" in looser.links
    draft = clerk.does("/rules/drafts/new", "/rules/drafts/new", {**fields, "new.unitValue": "20.000.000"}).split("?")[0]
    page = clerk.see(draft)
    assert unit in page.text and "20.000.000" in page.text
    clerk.does(draft, "/discard", {"discard.reason": "Tidak jadi."})


def test_every_page_of_administration_in_both_languages(province):
    clerk = admin(province)
    for path in ("/users", "/users/new", "/offices", "/imports", "/imports/packages", "/rules", "/rules/drafts",
                 "/rules/drafts/new", "/calendar", "/vendors"):
        clerk.html(path)
        for language in ("id", "en"):
            if not path.startswith("/rules"):
                clerk.see(path, language=language)
