"""The papers of vendors: typed by content, bounded, and named where they are missing."""

import hashlib

import pytest

from journey.papers import JPEG, pdf, png, upload
from journey.vendor import Shop, register, required


@pytest.fixture
def fresh(province):
    return register(province)


@pytest.mark.parametrize(
    "content, name, media",
    [
        (pdf(), "a.pdf", "application/pdf"),
        (png(), "b.png", "image/png"),
        (JPEG, "c.jpg", "image/jpeg"),
        (png(), "misnamed.pdf", "image/png"),
    ],
    ids=["pdf", "png", "jpeg", "misnamed"],
)
def test_papers_are_typed_by_content(fresh, content, name, media):
    owner, vendor = fresh
    made = (
        upload(owner, f"/vendors/{vendor['id']}/documents", content, kind="nib", name=name).expect(201).json
    )
    assert made["mediaType"] == media and made["size"] == len(content) and made["kind"] == "nib"
    assert made["sha256"] == hashlib.sha256(content).hexdigest()
    listed = owner.get(f"/vendors/{vendor['id']}/documents").expect(200).json["items"]
    assert [item["id"] for item in listed] == [made["id"]]
    back = owner.get(f"/vendors/{vendor['id']}/documents/{made['id']}").expect(200)
    assert back.headers["content-type"] == media and back.headers["x-content-type-options"] == "nosniff"
    assert back.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "content",
    [b"MZ\x90\x00", b"GIF89a\x01\x00\x01\x00", b"<html>%PDF-1.4</html>", b"PK\x03\x04zip"],
    ids=["exe", "gif", "html", "zip"],
)
def test_other_files_are_refused(fresh, content):
    owner, vendor = fresh
    upload(owner, f"/vendors/{vendor['id']}/documents", content, kind="nib").problem(
        415, "unsupported_media_type"
    )


def test_paper_too_large(fresh):
    owner, vendor = fresh
    path, limit = f"/vendors/{vendor['id']}/documents", 10 * 1024 * 1024
    text = "x" * (limit - 2000)
    text += "x" * (limit - len(pdf(text)))
    assert len(pdf(text)) == limit
    assert upload(owner, path, pdf(text), kind="nib").expect(201).json["size"] == limit
    upload(owner, path, pdf(text + "x"), kind="nib").problem(413, "too_large")


def test_papers_need_a_kind_and_a_file(fresh):
    owner, vendor = fresh
    path = f"/vendors/{vendor['id']}/documents"
    assert upload(owner, path, pdf()).errors() == {"/kind": "required"}
    assert upload(owner, path, pdf(), kind="secret").errors() == {"/kind": "not_one_of"}
    owner.post(path, {"kind": "nib"}).problem(415, "unsupported_media_type")


def test_submit_names_all_missing_papers(province, fresh):
    owner, vendor = fresh
    errors = owner.post(f"/vendors/{vendor['id']}/submit", {}).errors()
    assert errors == {f"/documents/{kind}": "missing" for kind in required(vendor)}
    assert owner.get(f"/vendors/{vendor['id']}").json["state"] == "draft"
    medium_owner, medium = register(
        province, size="medium", capital=6_000_000_000, yearlySales=20_000_000_000
    )
    errors = medium_owner.post(f"/vendors/{medium['id']}/submit", {}).errors()
    assert errors.pop("/size") == "VENDOR_SIZE" and len(errors) == len(required(medium))
    owner, cooperative = register(
        province, legalForm="cooperative", size="medium", capital=6_000_000_000, yearlySales=20_000_000_000
    )
    assert "/size" not in owner.post(f"/vendors/{cooperative['id']}/submit", {}).errors()


def test_food_needs_halal_and_hygiene(province):
    owner, vendor = register(province, kbli=["56210"], vatRegistered=False)
    errors = owner.post(f"/vendors/{vendor['id']}/submit", {}).errors()
    assert set(errors) == {
        f"/documents/{kind}" for kind in ("nib", "npwp", "bank", "umk_statement", "halal", "hygiene")
    }


def test_who_becomes_liable_to_vat_hands_its_paper_in_and_goes_on_selling(province, purse):
    shop = Shop(province, vatRegistered=False)
    item = shop.product(price=3_000_000, priceIncludesVat=False)
    path = f"/vendors/{shop.id}"
    body = purse.body(shop.id, [(item["id"], 1)])
    assert province.buyer.post("/orders/preview", body).expect(200).json["totals"]["vat"] == 0
    assert shop.owner.patch(path, {"vatRegistered": True}).errors() == {"/vatRegistered": "missing"}
    shop.owner.patch(path, {"businessName": "Lain"}).problem(409, "wrong_state")
    upload(shop.owner, f"{path}/documents", pdf("SPPKP"), kind="vat").expect(201)
    after = shop.owner.patch(path, {"vatRegistered": True}).expect(200).json
    assert after["state"] == "verified" and after["vatRegistered"] is True
    assert province.buyer.post("/orders/preview", body).expect(200).json["totals"]["vat"] == 330_000
    assert shop.owner.patch(path, {"vatRegistered": False}).expect(200).json["vatRegistered"] is False
