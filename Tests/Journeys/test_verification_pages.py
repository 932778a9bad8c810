"""A verifier looks at vendors with their papers, and at products with their prices, by pages alone."""

import re
import secrets

from journey.desk import Clerk
from journey.page import Page
from journey.papers import pdf, upload
from journey.vendor import hand_in, product_body, register


def verifier(province):
    return Clerk(province.host, province.named("verifier"))


def test_a_vendor_is_returned_and_verified(province):
    owner, vendor = register(province)
    hand_in(owner, vendor)
    path = f"/vendors/{vendor['id']}"
    owner.post(f"{path}/submit", {}).expect(200)
    clerk = verifier(province)
    assert path in clerk.see("/desk").links or path in clerk.see("/vendors?state=submitted").links
    page = clerk.see(path)
    assert vendor["businessName"] in page.text and "Dokumen" in page.text
    assert vendor["bank"]["accountNumber"] not in page.text, "numbers are masked"
    paper = next(link for link in page.links if f"{path}?paper=" in link)
    assert re.search(rf"{path}/documents/[0-9a-f-]+", clerk.html(paper.split("#")[0]))
    missing = clerk.refused(path, "/unmask", {"unmask.reason": ""})
    assert "#unmask.reason" in missing.links
    shown = clerk.send(path, "/unmask", {"unmask.reason": "Mencocokkan buku rekening."}).expect(200)
    assert vendor["bank"]["accountNumber"] in shown.text
    empty = clerk.refused(path, "/return")
    assert "#return.reason" in empty.links
    clerk.does(path, "/return", {"return.reason": "Foto KTP buram; kirim ulang."})
    assert "Foto KTP buram" in clerk.see(path).text
    owner.post(f"{path}/submit", {}).expect(200)
    clerk.does(path, "/verify")
    assert "Terverifikasi" in clerk.see(path).text


def test_a_product_is_listed_with_its_standard_price(province, shop):
    made = shop.owner.post(
        "/products", product_body(shop.like, name=f"Kertas kurasi {secrets.token_hex(3)}")
    ).expect(201).json
    shop.owner.post(f"/products/{made['id']}/submit", {}).expect(200)
    clerk = verifier(province)
    path = f"/curation/{made['id']}"
    assert path in clerk.see("/curation").links
    page = clerk.see(path, language="en")
    assert made["name"] in page.text and "Standard price" in page.text
    clerk.does(path, "/list")
    assert "Tayang" in clerk.see(path).text
    clerk.does(path, "/delist", {"delist.reason": "Foto tidak sesuai."})


def test_several_products_are_listed_at_once(province, shop):
    made = [
        shop.owner.post("/products", product_body(shop.like, name=f"Map kurasi {secrets.token_hex(3)}")).expect(201).json
        for _ in range(2)
    ]
    for product in made:
        shop.owner.post(f"/products/{product['id']}/submit", {}).expect(200)
    clerk = verifier(province)
    form = clerk.form("/curation", "/curation/list")
    names = {f"product.{product['id']}": "true" for product in made}
    assert set(names) <= set(form["fields"])
    fields = {name: text for name, text in form["fields"].items() if not name.startswith("product.")}
    shop.owner.patch(f"/products/{made[1]['id']}", {"price": made[1]["price"] + 1}).expect(200)
    told = clerk.post(form["action"], {**fields, **names}).expect(200)
    states = [province.verifier.get(f"/products/{product['id']}").expect(200).json["state"] for product in made]
    assert states[0] == "listed" and states[1] != "listed", "nobody lists a price that was not shown"
    assert "1 produk sudah tayang" in told.text and "1 produk belum dapat ditayangkan" in told.text
    assert "Belum ada yang dipilih" in clerk.post(form["action"], fields).expect(200).text


def test_curation_is_the_verifiers(province):
    Clerk(province.host, province.named("treasurer")).see("/curation", status=403)
    Clerk(province.host, province.named("treasurer")).see("/vendors")
    vendor = Clerk(province.host, province.named("vendor_owner"))
    vendor.see("/vendors", status=403)


def test_several_papers_are_accepted_at_once(province, shop):
    papers = [
        upload(shop.owner, f"/vendors/{shop.id}/documents", pdf(), kind=kind).expect(201).json
        for kind in ("npwp", "bank")
    ]
    path = f"/vendors/{shop.id}"
    clerk = verifier(province)
    form = clerk.form(path, "/accept-papers")
    names = [f"accept-papers.papers.{paper['id']}" for paper in papers]
    assert set(names) <= set(form["fields"])
    fields = {name: text for name, text in form["fields"].items() if not name.startswith("accept-papers.papers.")}
    nothing = Page(clerk.post(form["action"], fields).expect(422).text)
    assert "#accept-papers.papers" in nothing.links and "Dokumen: Belum ada yang dipilih" in nothing.text
    clerk.post(form["action"], {**fields, **dict.fromkeys(names, "true")}).expect(303)
    known = {one["id"]: one for one in province.verifier.get(f"{path}/documents").expect(200).json["items"]}
    assert all(known[paper["id"]]["checkedAt"] for paper in papers)
    treasurer = Clerk(province.host, province.named("treasurer"))
    assert not [form for form in treasurer.see(path).forms if form["action"].endswith("/accept-papers")]
