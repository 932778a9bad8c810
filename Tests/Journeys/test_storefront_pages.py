"""Products by pages alone: drafted, pictured, submitted, listed, sold in public; and many at once from a table."""

import secrets

import pytest

from journey.papers import JPEG, png
from journey.page import sign_in
from journey.vendor import PASSWORD, verify
from journey.visitor import Visitor


@pytest.fixture
def seller(province):
    """(visitor, vendor): a verified vendor that is not registered for VAT."""
    _, vendor = verify(province, vatRegistered=False)
    cookie, _ = sign_in(province.host, {"email": vendor["email"], "password": PASSWORD})
    return Visitor(province.host, cookie=cookie), vendor


def draft(visitor, name):
    page = visitor.go(
        visitor.send(
            "/storefront/new",
            "/storefront/new",
            **{
                "product.name": name,
                "product.description": "Rangkap dua, jilid rapi.",
                "product.category": "stationery",
                "product.unitOfMeasure": "buku",
                "product.price": "Rp 25.000",
                "product.minimumQuantity": "2",
            },
        )
    )
    return page, page.path.split("?")[0]


def test_from_draft_with_a_picture_to_the_public_catalogue(province, seller):
    visitor, vendor = seller
    name = "Nota rangkap " + secrets.token_hex(3)
    empty = visitor.send("/storefront/new", "/storefront/new", **{"product.price": "mahal"}).expect(422)
    assert 'href="#product.name"' in empty.text and "mahal" in empty.text
    page, path = draft(visitor, name)
    assert "Draf tersimpan" in page.text
    wrong = visitor.send(path, "/pictures", files={"file": b"%PDF-1.4 x %%EOF"}).expect(422)
    assert "#pictures.file" in wrong.text
    page = visitor.go(visitor.send(path, "/pictures", files={"camera": JPEG}, alt="Nota di meja"))
    picture = next(asset for asset in page.assets if asset.startswith("/pictures/"))
    stranger = Visitor(province.host)
    stranger.answer(picture, 404)
    assert visitor.answer(picture).headers["cache-control"] == "private, no-store"
    assert "Verifikator melihatnya" in visitor.go(visitor.send(path, "/submit")).text
    product = path.rsplit("/", 1)[1]
    province.verifier.post(f"/products/{product}/return", {"reason": "Sebutkan jumlah lembarnya."}).expect(200)
    assert "Sebutkan jumlah lembarnya." in visitor.get(path).text
    visitor.go(visitor.send(path, "/edit", **{"edit.description": "Lima puluh lembar.", "edit.category": "stationery"}))
    visitor.send(path, "/submit").expect(303)
    province.verifier.post(f"/products/{product}/list", {}).expect(200)
    shown = stranger.answer(picture)
    assert shown.headers["content-type"] == "image/jpeg" and "immutable" in shown.headers["cache-control"]
    public = stranger.get(f"/products/{product}")
    assert picture in public.assets and 'alt="Nota di meja"' in public.html and "Lima puluh lembar." in public.text
    face = stranger.get(f"/vendors/{vendor['id']}")
    assert name in face.text and vendor["email"] not in face.html and vendor["phone"] not in face.html
    found = stranger.get(f"/?q={name.split()[-1]}")
    assert picture in found.assets
    api = province.host.get(f"/products/{product}").expect(200).json
    assert [entry["url"] for entry in api["pictures"]] == [picture]
    visitor.go(visitor.send(path, "/delist"))
    stranger.answer(picture, 404)


def test_pictures_are_small_and_counted(province, seller):
    visitor, _ = seller
    _, path = draft(visitor, "Buku tulis " + secrets.token_hex(3))
    for side in range(5):
        visitor.send(path, "/pictures", files={"file": png(8 + side)}).expect(303)
    page = visitor.get(path)
    assert not [form for form in page.forms if form["action"].endswith("/pictures")]
    removal = next(form["action"] for form in page.forms if form["action"].endswith("/remove"))
    assert "Gambar dihapus" in visitor.go(visitor.send(page, removal)).text


def test_a_table_is_looked_at_before_it_is_taken(province, seller):
    visitor, vendor = seller
    template = visitor.answer("/storefront/template.csv").text
    assert template.startswith("sku,name,") and "vendorNib" not in template
    header = template.splitlines()[0]
    rows = [f"K-{n},Kertas {n},Kertas tulis.,paper,rim,{50000 + n},false,goods,,,,\n" for n in range(3)]
    wrong = f"{header}\n" + rows[0] + "K-9,Kertas 9,Kertas tulis.,paper,rim,murah,false,goods,,,,\n"
    answer = visitor.send("/storefront/import", "/storefront/import", files={"file": wrong.encode()}).expect(422)
    assert "Baris 3, kolom price" in answer.text
    # As spreadsheets save it, with a carriage return at the end of each line.
    right = (f"{header}\n" + "".join(rows)).replace("\n", "\r\n")
    from journey.page import Page

    answer = visitor.send("/storefront/import", "/storefront/import", files={"file": right.encode()}).expect(200)
    assert "3 produk baru" in answer.text and "K-1" not in visitor.get("/storefront").text
    preview = Page(answer.text)
    preview.html = answer.text
    done = visitor.send(preview, "/storefront/import").expect(200)
    assert "Tabel tersimpan" in done.text
    assert "Kertas 2" in visitor.get("/storefront?state=draft").text


def test_others_have_no_storefront(province):
    cookie, _ = sign_in(province.host, province.named("auditor"))
    Visitor(province.host, cookie=cookie).answer("/storefront", 403)
    Visitor(province.host).answer("/storefront", 303)
