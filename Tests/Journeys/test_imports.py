"""CSV imports: template, dry run, whole or not at all, every bad row named."""

import secrets
from datetime import timedelta

import pytest

from journey.client import everything
from journey.purchase import today
from journey.tables import import_csv, table
from journey.vendor import digits, nik, npwp

COLUMNS = {
    "units": "code name parentCode",
    "officials": "email name nip roles unitCode certificateNumber certificateUntil",
    "budget-lines": "code unitCode year activityCode account name fundSource version ceiling",
    "packages": "rupCode name unitCode year budgetLineCodes method ceiling announcedOn "
    "catalogueResult catalogueEvidence ownEstimate",
    "standard-prices": "code name category unitOfMeasure price validFrom",
    "vendors": "legalForm businessName ownerName ownerNik nib npwp size capital yearlySales kbli "
    "vatRegistered finalTaxLetter.number finalTaxLetter.validUntil exemptBandStatement.date "
    "exemptBandStatement.turnoverBefore email phone address.street address.regionCode bank.code "
    "bank.accountNumber bank.accountName",
    "products": "vendorNib sku name description category unitOfMeasure price priceIncludesVat taxClass "
    "localContentPercent stock minimumQuantity leadTimeDays",
    "blacklist": "decree name npwp nib from until act",
    "holidays": "day name kind source",
}


@pytest.fixture
def admin(province):
    return province.administrator


def units(count):
    mark = secrets.token_hex(3)
    return [
        {"code": f"9.{mark}.{number:03}", "name": f"Unit {number}", "parentCode": ""}
        for number in range(count)
    ]


def stored(province, rows):
    wanted = {row["code"] for row in rows}
    return [item for item in everything(province.auditor, "/units") if item["code"] in wanted]


def counts(answer):
    return tuple(answer.expect(200).json[name] for name in ("imported", "updated", "unchanged"))


@pytest.mark.parametrize("kind", COLUMNS)
def test_template_has_the_columns_and_one_row(admin, kind):
    answer = admin.get(f"/imports/{kind}/template.csv").expect(200)
    assert answer.headers["content-type"].startswith("text/csv")
    lines = answer.text.splitlines()
    assert set(lines[0].split(",")) == set(COLUMNS[kind].split()), lines[0]
    assert len(lines) == 2


@pytest.mark.parametrize("kind", ["units", "standard-prices"])
def test_template_row_is_right(admin, kind):
    """The example of a template can be imported as it stands."""
    template = admin.get(f"/imports/{kind}/template.csv").expect(200).body
    import_csv(admin, kind, template, dryRun="true").expect(200)


def test_import_again_changes_nothing(province, admin):
    rows = units(5)
    assert counts(import_csv(admin, "units", table(list(rows[0]), rows))) == (5, 0, 0)
    assert counts(import_csv(admin, "units", table(list(rows[0]), rows))) == (0, 0, 5)
    rows[2]["name"] = "Nama baru"
    assert counts(import_csv(admin, "units", table(list(rows[0]), rows))) == (0, 1, 4)
    assert {item["name"] for item in stored(province, rows)} == {row["name"] for row in rows}


def test_a_later_price_waits_beside_the_one_that_holds(province, admin):
    """SSH goes by the newest that has begun; one that begins later takes nothing away before its day."""
    code, today_ = f"SSH-{secrets.token_hex(5)}", today(province.service)
    later = str(today_ + timedelta(days=30))
    row = {
        "code": code, "name": f"Kertas {code}", "category": "paper", "unitOfMeasure": "rim", "price": 60_000,
        "validFrom": str(today_ - timedelta(days=30)),
    }

    def take(**changes):
        return counts(import_csv(admin, "standard-prices", table(list(row), [{**row, **changes}])))

    def listed(**query):
        items = province.buyer.get("/standard-prices", q=code, **query).expect(200).json["items"]
        return [(item["price"], item["validFrom"], item["validUntil"]) for item in items]

    assert take() == (1, 0, 0) and take() == (0, 0, 1)
    assert take(price=70_000, validFrom=later) == (0, 1, 0) and take() == (0, 0, 1)
    assert take(price=70_000, validFrom=later) == (0, 0, 1)
    now = (60_000, row["validFrom"], str(today_ + timedelta(days=29)))
    assert sorted(listed()) == [now, (70_000, later, None)]
    assert listed(on=str(today_)) == [now] and listed(on=later) == [(70_000, later, None)]
    assert take(price=65_000) == (0, 1, 0) and listed(on=str(today_))[0][0] == 65_000


def test_a_package_in_use_stays_where_it_is_and_within_its_announced_amount(province, admin, purse):
    package = purse.package
    row = {
        "rupCode": package["rupCode"], "name": package["name"], "unitCode": purse.unit_code, "year": package["year"],
        "budgetLineCodes": purse.line_code, "method": package["method"], "ceiling": package["ceiling"],
        "announcedOn": package["announcedOn"], "catalogueResult": "not_found",
        "catalogueEvidence": "Tidak ditemukan.", "ownEstimate": package["ownEstimate"],
    }

    def take(**changes):
        return import_csv(admin, "packages", table(list(row), [{**row, **changes}]), dryRun="true")

    above = take(ownEstimate=package["ceiling"] + 1).problem(422, "invalid")["errors"][0]
    assert above["pointer"] == "/rows/1/ownEstimate" and above["code"] == "too_large"
    assert "RUP_ANNOUNCED" in above["detail"]
    elsewhere = province.unit["code"]
    take(unitCode=elsewhere).expect(200)
    purse.officer.post(
        "/needs", {"packageId": package["id"], "budgetLineId": purse.line_id, "title": "Kertas"}
    ).expect(201)
    assert take(unitCode=elsewhere).errors() == {"/rows/1/unitCode": "not_one_of"}
    take(name="Nama baru").expect(200)


def test_dry_run_stores_nothing(province, admin):
    rows = units(3)
    assert counts(import_csv(admin, "units", table(list(rows[0]), rows), dryRun="true")) == (3, 0, 0)
    assert stored(province, rows) == []


def test_semicolons_bom_and_carriage_returns(province, admin):
    rows = units(2)
    text = "".join(
        ";".join(line) + "\r\n" for line in [["code", "name"], *([row["code"], row["name"]] for row in rows)]
    )
    assert counts(import_csv(admin, "units", text)) == (2, 0, 0)
    assert len(stored(province, rows)) == 2


def test_column_order_does_not_matter_and_quotes_hold(province, admin):
    rows = units(1)
    rows[0]["name"] = 'Dinas "A", bagian\nB; C'
    assert counts(import_csv(admin, "units", table(["name", "code"], rows))) == (1, 0, 0)
    assert [item["name"] for item in stored(province, rows)] == [rows[0]["name"]]


def test_whole_or_not_at_all_and_every_bad_row_named(province, admin):
    rows = units(6)
    rows[1]["name"] = ""
    rows[3]["parentCode"] = "no-such-unit"
    rows[5]["name"] = "x" * 201
    errors = import_csv(admin, "units", table(list(rows[0]), rows)).errors()
    assert errors == {
        "/rows/2/name": "required",
        "/rows/4/parentCode": "not_found",
        "/rows/6/name": "too_long",
    }
    assert stored(province, rows) == []


def test_a_key_twice_in_one_file(admin):
    rows = units(2)
    rows[1]["code"] = rows[0]["code"]
    assert "/rows/2/code" in import_csv(admin, "units", table(list(rows[0]), rows)).errors()


@pytest.mark.parametrize("header", ["code,nama", "name", "code,name,surprise", "code,name,name"])
def test_wrong_header(admin, header):
    import_csv(admin, "units", header + "\n" + ",".join("x" * len(header.split(","))) + "\n").expect(422)


@pytest.mark.parametrize(
    "content",
    [
        b"code,name\n\xff\xfe,x\n",
        b"",
        b'code,name\n"unclosed,x\n',
        b"code,name\na,b,c\n",
        b"code,name\na\0b,c\n",
    ],
)
def test_not_a_table(admin, content):
    answer = import_csv(admin, "units", content)
    assert answer.status in (400, 422), answer.text


def test_money_is_digits(province, admin):
    base = {
        "unitCode": province.unit["code"],
        "year": today(province.service).year,
        "activityCode": "7.02.01.1.06.0009",
        "account": "5.1.02.01.01.0024",
        "name": "Belanja",
        "fundSource": "APBD",
        "version": "murni",
    }
    rows = [
        {"code": f"L{number}", **base, "ceiling": ceiling}
        for number, ceiling in enumerate(["1.000.000", "1,5", "-1", "9223372036854775808", "Rp5"])
    ]
    rows[0]["version"], rows[1]["account"], rows[2]["unitCode"] = "asli", "5.1", "none"
    errors = import_csv(admin, "budget-lines", table(list(rows[0]), rows)).errors()
    assert {f"/rows/{number}/ceiling" for number in range(1, 6)} <= set(errors)
    assert errors["/rows/1/version"] == "not_one_of" and errors["/rows/3/unitCode"] == "not_found"
    assert errors["/rows/2/account"] == "bad_format"


def test_imported_vendors_and_products_are_drafts(province, admin):
    nib, code = digits(13), province.facts["code"]
    vendor = {
        "legalForm": "cv",
        "businessName": "Toko Impor",
        "ownerName": "Budi Santoso",
        "ownerNik": nik(code),
        "nib": nib,
        "npwp": npwp(),
        "size": "micro",
        "capital": 1,
        "yearlySales": 1,
        "kbli": "47611|56210@2025",
        "vatRegistered": "false",
        "email": f"{secrets.token_hex(5)}@toko.example",
        "phone": "+628" + digits(10),
        "address.street": "Jalan Impor 1",
        "address.regionCode": f"{code}.71",
        "bank.code": "002",
        "bank.accountNumber": digits(10),
        "bank.accountName": "Toko Impor",
    }
    assert counts(import_csv(admin, "vendors", table(list(vendor), [vendor]))) == (1, 0, 0)
    made = next(
        item for item in province.verifier.get("/vendors").expect(200).json["items"] if item["nib"] == nib
    )
    assert made["state"] == "draft"
    assert [(code["code"], code["version"]) for code in made["kbli"]] == [
        ("47611", "2020"),
        ("56210", "2025"),
    ]
    like = province.host.get("/products", limit=1).json["items"][0]
    product = {
        "vendorNib": nib,
        "sku": "A-1",
        "name": "Barang impor",
        "description": "Uji",
        "category": like["category"],
        "unitOfMeasure": "buah",
        "price": 5000,
        "priceIncludesVat": "false",
        "taxClass": like["taxClass"],
    }
    assert counts(import_csv(admin, "products", table(list(product), [product]))) == (1, 0, 0)
    drafts = province.verifier.get("/products", vendorId=made["id"], state="draft").expect(200).json["items"]
    assert [item["sku"] for item in drafts] == ["A-1"]


def test_only_the_province_admin_imports(province):
    text = table(["code", "name"], units(1))
    for role in ("budget_owner", "auditor", "verifier", "procurement_officer", "vendor_owner"):
        import_csv(province.person(role), "units", text).problem(403, "forbidden")
    province.host.post("/imports/units", body=b"code,name\n", headers={"Content-Type": "text/csv"}).problem(
        401, "unauthenticated"
    )


def test_only_csv_is_taken(admin):
    admin.post("/imports/units", {"code": "x"}).problem(415, "unsupported_media_type")
    import_csv(admin, "nonsense", "a,b\n1,2\n").problem(404, "not_found")
