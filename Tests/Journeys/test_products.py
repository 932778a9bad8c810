"""Products: from draft to the catalogue; searching, filtering, sorting and paging there."""

import secrets

import pytest

from journey.client import everything
from journey.purchase import REASON
from journey.vendor import Shop, product_body


@pytest.fixture(scope="module")
def stall(province):
    """A shop with a shelf of 23 products whose names and prices the tests know."""
    made = Shop(province)
    made.word = "Zirkonia" + secrets.token_hex(3)
    made.shelf = [
        made.product(name=f"{made.word} nomor {number:02}", price=10_000 + number) for number in range(1, 24)
    ]
    return made


def on_shelf(stall, **query):
    return everything(stall.province.host, "/products", vendorId=stall.id, **query)


def test_from_draft_to_listed(province, stall):
    product = stall.owner.post("/products", product_body(stall.like)).expect(201).json
    path = f"/products/{product['id']}"
    assert product["state"] == "draft"
    province.host.get(path).problem(404, "not_found")
    stall.owner.get(path).expect(200)
    assert stall.owner.post(f"{path}/submit", {}).expect(200).json["state"] == "in_curation"
    province.host.get(path).problem(404, "not_found")
    stall.owner.post(f"{path}/list", {}).problem(403, "forbidden")
    assert province.verifier.post(f"{path}/list", {}).expect(200).json["state"] == "listed"
    assert province.host.get(path).expect(200).json["id"] == product["id"]
    assert province.verifier.post(f"{path}/delist", REASON).expect(200).json["state"] == "delisted"
    province.host.get(path).problem(404, "not_found")


def test_returned_product_is_mended_and_listed(province, stall):
    product = stall.owner.post("/products", product_body(stall.like)).expect(201).json
    path = f"/products/{product['id']}"
    stall.owner.post(f"{path}/submit", {}).expect(200)
    assert province.verifier.post(f"{path}/return", REASON).expect(200).json["state"] == "draft"
    assert (
        stall.owner.patch(path, {"description": "Lebih jelas."}).expect(200).json["description"]
        == "Lebih jelas."
    )
    stall.owner.post(f"{path}/submit", {}).expect(200)
    province.verifier.post(f"{path}/list", {}).expect(200)


@pytest.mark.parametrize(
    "change, state",
    [({"name": "Barang lain"}, "in_curation"), ({"unitOfMeasure": "dus"}, "in_curation"), ({"stock": 3}, "listed")],
)
def test_another_article_goes_back_to_curation(province, stall, change, state):
    product = stall.product(price=100_000)
    assert stall.owner.patch(f"/products/{product['id']}", change).expect(200).json["state"] == state


def test_a_tenth_more_goes_back_to_curation(province, stall):
    product = stall.product(price=100_000)
    path = f"/products/{product['id']}"
    assert stall.owner.patch(path, {"price": 110_000}).expect(200).json["state"] == "listed"
    assert stall.owner.patch(path, {"price": 121_001}).expect(200).json["state"] == "in_curation"


@pytest.mark.parametrize(
    "member, value, code",
    [
        ("price", 0, "too_small"),
        ("price", 50_000_001, "too_large"),
        ("price", 1.5, "not_integer"),
        ("price", 2**63, "out_of_range"),
        ("name", "", "too_short"),
        ("name", "x" * 201, "too_long"),
        ("description", "x" * 5001, "too_long"),
        ("category", "no-such-category", "not_found"),
        ("taxClass", "luxury", "not_one_of"),
        ("minimumQuantity", 0, "too_small"),
        ("priceIncludesVat", "no", "wrong_type"),
        ("state", "listed", "unknown"),
    ],
)
def test_wrong_members(stall, member, value, code):
    errors = stall.owner.post("/products", product_body(stall.like, **{member: value})).errors()
    assert set(errors) == {f"/{member}"}
    assert errors[f"/{member}"] == code or (member == "category" and errors["/category"] == "not_one_of")


def test_anothers_product_is_not_there(province, stall):
    draft = stall.owner.post("/products", product_body(stall.like)).expect(201).json
    other = province.person("vendor_owner")
    for call in (
        other.get,
        lambda path: other.patch(path, {"price": 1}),
        lambda path: other.post(f"{path}/submit", {}),
    ):
        call(f"/products/{draft['id']}").problem(404, "not_found")
    mine = {item["id"] for item in everything(stall.owner, "/products", vendorId=stall.id)}
    assert draft["id"] in mine
    assert draft["id"] not in {item["id"] for item in on_shelf(stall)}


def test_verifier_sees_what_waits(province, stall):
    waiting = stall.owner.post("/products", product_body(stall.like)).expect(201).json
    stall.owner.post(f"/products/{waiting['id']}/submit", {}).expect(200)
    queue = everything(province.verifier, "/products", state="in_curation", vendorId=stall.id)
    assert waiting["id"] in {item["id"] for item in queue}


def test_search_forgives_a_typo(province, stall):
    typo = stall.word[:4] + stall.word[5:]
    for asked in (stall.word, stall.word.upper(), typo):
        found = province.host.get("/products", q=asked, limit=100).expect(200).json["items"]
        assert found and found[0]["vendorId"] == stall.id, asked
    exact = province.host.get("/products", q=f"{stall.word} nomor 07").expect(200).json["items"]
    assert exact[0]["name"] == f"{stall.word} nomor 07"
    assert province.host.get("/products", q="qqxxzzjjkk").expect(200).json["items"] == []


@pytest.mark.parametrize(
    "query", ["'; drop table product; --", "%", "_", "\\", "a" * 200, "<b>", "☃", "()&|!:*"]
)
def test_search_takes_any_text(province, query):
    province.host.get("/products", q=query).expect(200)


def test_filters(province, stall):
    names = [item["name"] for item in on_shelf(stall, minPrice=10_005, maxPrice=10_009)]
    assert len(names) == 5 and all(stall.word in name for name in names)
    category = stall.like["category"]
    assert {item["category"] for item in everything(province.host, "/products", category=category)} == {
        category
    }
    region = province.facts["code"] + ".71"
    assert {item["id"] for item in on_shelf(stall, region=region)} >= {item["id"] for item in stall.shelf}
    assert on_shelf(stall, region=province.facts["code"] + ".01") == []


@pytest.mark.parametrize(
    "sort, member, falling", [("price", "price", False), ("-price", "price", True), ("name", "name", False)]
)
def test_sorting_and_paging_by_key(stall, sort, member, falling):
    for limit in (1, 7, 100):
        values = [
            item[member] for item in on_shelf(stall, limit=limit, sort=sort) if stall.word in item["name"]
        ]
        assert values == sorted(values, reverse=falling) and len(values) == len(stall.shelf)


def test_newest_first_and_paging_survives_new_rows(stall):
    first = stall.province.host.get("/products", vendorId=stall.id, sort="newest", limit=5).expect(200).json
    added = stall.product(name=f"{stall.word} tambahan")
    rest, cursor = [], first["nextCursor"]
    while cursor:
        page = (
            stall.province.host.get("/products", vendorId=stall.id, sort="newest", limit=5, cursor=cursor)
            .expect(200)
            .json
        )
        rest, cursor = rest + page["items"], page["nextCursor"]
    ids = [item["id"] for item in first["items"] + rest]
    assert len(ids) == len(set(ids)) and added["id"] not in ids
    assert {item["id"] for item in stall.shelf} <= set(ids)


def test_catalogue_shows_only_listed(province):
    items = everything(province.host, "/products")
    assert items and {item.get("state", "listed") for item in items} == {"listed"}


def test_categories_are_public(province):
    categories = province.host.get("/categories", limit=100).expect(200).json["items"]
    assert {"code"} <= set(categories[0])
    assert {item["category"] for item in everything(province.host, "/products")} <= {
        item["code"] for item in categories
    }
