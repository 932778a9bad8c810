"""A vendor keeps itself by pages: its staff, the regions that it serves, its lines of business while they are open."""

import secrets

from journey.client import everything
from journey.desk import Clerk
from journey.page import sign_in
from journey.vendor import PASSWORD, digits, hand_in, nik, register, verify
from journey.visitor import Visitor


def owner_of(province, vendor):
    cookie, _ = sign_in(province.host, {"email": vendor["email"], "password": PASSWORD})
    return Visitor(province.host, cookie=cookie)


def test_staff_are_invited_work_and_are_let_go(province, purse):
    owner, vendor = verify(province, vatRegistered=False)
    visitor = owner_of(province, vendor)
    assert "/profile/people" in visitor.get("/profile").links
    page = visitor.get("/profile/people")
    email = f"{secrets.token_hex(6)}@toko.example"
    wrong = visitor.send(page, "/people/new", **{"new.name": "Ani", "new.email": email, "new.nik": "12"}).expect(422)
    assert "#new.nik" in wrong.text and email in wrong.text
    person = {"new.name": "Ani Lestari", "new.email": email, "new.phone": "08" + digits(10), "new.nik": nik()}
    invited = visitor.send(page, "/people/new", **person).expect(200)
    token = invited.text.split("/invitations/")[1].split('"')[0]
    province.host.post(f"/invitations/{token}", {"password": PASSWORD}).expect(200)
    cookie, home = sign_in(province.host, {"email": email, "password": PASSWORD})
    staff = Visitor(province.host, cookie=cookie)
    assert home == "/desk" and vendor["businessName"] in staff.get("/desk").text
    staff.answer("/profile/people", 403)
    assert "/profile/people" not in staff.get("/profile").links

    user = everything(owner, "/users", q=email)[0]
    path = f"/profile/people/{user['id']}"
    assert path in visitor.get("/profile/people").links
    changed = visitor.go(visitor.send(path, "/edit", **{"edit.name": "Ani Lestari Putri"}))
    assert "Ani Lestari Putri" in changed.text
    visitor.go(visitor.send(path, "/activity"))
    staff.answer("/desk", 303)
    assert "Tidak aktif" in visitor.get("/profile/people").text
    visitor.go(visitor.send(path, "/activity"))
    sign_in(province.host, {"email": email, "password": PASSWORD})
    own = next(one for one in everything(owner, "/users") if one["email"] == vendor["email"])
    page = visitor.get(f"/profile/people/{own['id']}")
    assert not [form for form in page.forms if form["action"].endswith("/activity")]
    other, _ = verify(province, vatRegistered=False)
    assert other.get(f"/users/{user['id']}").status == 404


def test_the_regions_that_are_served_are_ticked_by_name(province):
    owner, vendor = verify(province, vatRegistered=False)
    visitor = owner_of(province, vendor)
    page = visitor.get("/profile")
    code = province.facts["code"]
    names = [name for form in page.forms for name in form["fields"] if name.startswith("regions.serviceRegions.")]
    assert len(names) > 1 and "Wilayah yang dilayani" in page.text
    chosen = names[:2]
    page = visitor.go(visitor.send(page, "/profile/regions", **{name: "true" for name in chosen}))
    assert "Tercatat" in page.text
    served = owner.get(f"/vendors/{vendor['id']}").expect(200).json["serviceRegions"]
    assert served == sorted(name.removeprefix("regions.serviceRegions.") for name in chosen)
    assert all(region.startswith(code) for region in served)
    visitor.go(visitor.send("/profile", "/profile/regions"))
    assert owner.get(f"/vendors/{vendor['id']}").expect(200).json["serviceRegions"] == []


def test_lines_of_business_are_mended_after_a_return(province):
    owner, vendor = register(province, vatRegistered=False)
    hand_in(owner, vendor)
    path = f"/vendors/{vendor['id']}"
    owner.post(f"{path}/submit", {}).expect(200)
    province.verifier.post(f"{path}/return", {"reason": "KBLI tidak sesuai NIB."}).expect(200)
    visitor = owner_of(province, vendor)
    assert "/profile/lines" in visitor.get("/profile").links
    found = visitor.go(
        visitor.send("/profile/lines", "/lines", **{"line.47611": "true", "lines.words": "fotokopi", "lines.action": "search"})
    )
    assert "line.82190" in found.html and "line.47611" in found.html
    visitor.go(visitor.send(found, "/lines", **{"line.82190": "true", "line.47611": "true"}))
    codes = [line["code"] for line in owner.get(path).expect(200).json["kbli"]]
    assert codes == ["47611", "82190"]
    none = visitor.send("/profile/lines", "/lines").expect(422)
    assert "#lines.words" in none.text


def test_a_verified_vendor_asks_for_other_lines_and_goes_on_selling(province):
    owner, vendor = verify(province, vatRegistered=False)
    path = f"/vendors/{vendor['id']}"
    visitor, clerk = owner_of(province, vendor), Clerk(province.host, province.named("verifier"))
    owner.patch(path, {"kbli": ["82190"]}).problem(409, "wrong_state")
    page = visitor.get("/profile/lines")
    assert "tetap dapat berjualan" in page.text
    ticks = {"line.47611": "true", "lines.code": "82190"}
    bare = visitor.send(page, "/lines", **ticks).expect(422)
    assert "#lines.reason" in bare.text
    asked = visitor.go(visitor.send(page, "/lines", **ticks, **{"lines.reason": "NIB baru dari OSS."}))
    assert "Menunggu verifikator" in asked.text and "/profile/lines" not in asked.links
    again = {"kbli": ["82190"], "reason": "Sekali lagi."}
    owner.post(f"{path}/kbli-requests", again).problem(409, "request_open")
    food = owner.post(f"{path}/kbli-requests", {**again, "kbli": ["56210"]}).errors()
    assert "/documents/halal" in food, "new lines may need papers"
    assert owner.get(path).expect(200).json["state"] == "verified"
    assert path in clerk.see("/notifications").links
    assert "Permintaan perubahan jenis usaha" in clerk.see("/desk").text
    clerk.refused(path, "/refuse-kbli")
    clerk.does(path, "/refuse-kbli", {"refuse-kbli.reason": "NIB belum diserahkan."})
    refused = visitor.get("/profile")
    assert "NIB belum diserahkan." in refused.text and "/profile/lines" in refused.links
    owner.post(f"{path}/kbli-requests", {"kbli": ["47611", "82190"], "reason": "NIB terlampir."}).expect(201)
    assert "NIB terlampir." in clerk.see(path).text
    clerk.does(path, "/accept-kbli")
    assert [line["code"] for line in owner.get(path).expect(200).json["kbli"]] == ["47611", "82190"]
    assert "Diterima" in visitor.get("/profile").text
    states = [one["state"] for one in everything(province.auditor, f"{path}/kbli-requests")]
    assert states == ["accepted", "refused"]
