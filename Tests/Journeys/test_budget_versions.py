"""Versions of the budget: what a later one may do to a line, and what is left of a cut that was refused."""

from journey.client import everything
from journey.purchase import today
from journey.tables import import_csv, table


def row(purse, **changes):
    return {
        "code": purse.line_code,
        "unitCode": purse.unit_code,
        "year": today(purse.province.service).year,
        "activityCode": "7.02.01.1.06.0009",
        "account": "5.1.02.01.01.0024",
        "name": "Belanja uji",
        "fundSource": "APBD",
        "version": "murni",
        "ceiling": purse.ceiling,
        **changes,
    }


def hand_in(purse, *rows, **query):
    return import_csv(purse.province.administrator, "budget-lines", table(list(rows[0]), rows), **query)


def red(purse, person=None, **query):
    found = everything(person or purse.province.buyer, "/budget-lines/red-list", **query)
    return [item for item in found if item["budgetLineId"] == purse.line_id]


def test_a_cut_below_what_is_promised_is_refused_and_stays_on_the_red_list(province, shop, purse):
    deal = purse.order(shop, [(shop.item["id"], 2)]).to("submitted")
    promised = deal.order["totals"]["gross"]
    cut = row(purse, version="perubahan", ceiling=promised - 1)
    assert hand_in(purse, cut, dryRun="true").errors() == {"/rows/1/ceiling": "too_small"}
    assert red(purse) == [], "a dry run leaves nothing"
    other = row(purse, code=purse.line_code + "-B")
    answer = hand_in(purse, cut, other)
    assert answer.errors() == {"/rows/1/ceiling": "too_small"}
    assert f"{promised:,}".replace(",", ".") in answer.json["errors"][0]["detail"], "the amounts are named"
    (item,) = red(purse)
    assert (item["asked"], item["used"], item["ceiling"]) == (promised - 1, promised, purse.ceiling)
    assert item["open"] and item["missing"] == 1 and item["version"] == "perubahan"
    assert purse.ledger == (promised, 0, 0), "nothing of the file was taken"
    assert not [line for line in everything(province.buyer, "/budget-lines") if line["code"] == other["code"]]

    hand_in(purse, row(purse, version="perubahan", ceiling=promised)).expect(200)
    purse.ceiling = promised
    assert purse.ledger == (promised, 0, 0)
    assert not red(purse)[0]["open"] and red(purse, open="true") == []
    versions = everything(province.buyer, f"/budget-lines/{purse.line_id}/versions")
    assert [(one["version"], one["ceiling"]) for one in versions] == [
        ("perubahan", promised),
        ("murni", 45_000_000),
    ]


def test_what_is_promised_does_not_move_to_another_purpose(province, shop, purse):
    other = next(
        unit["code"]
        for unit in everything(province.administrator, "/units")
        if unit["code"] != purse.unit_code and unit["code"].count(".") == purse.unit_code.count(".")
    )
    moves = {
        "unitCode": other,
        "activityCode": "7.02.01.1.06.0010",
        "account": "5.1.02.01.01.0025",
        "fundSource": "DAU",
    }
    hand_in(purse, row(purse, fundSource="DAU")).expect(200)
    hand_in(purse, row(purse)).expect(200)
    deal = purse.order(shop, [(shop.item["id"], 1)]).to("submitted")
    promised = f"{deal.order['totals']['gross']:,}".replace(",", ".")
    refused = hand_in(purse, row(purse), row(purse, code=purse.line_code + "-B"), dryRun="true")
    refused.expect(200)
    for column, wanted in moves.items():
        refused = hand_in(purse, row(purse, code=purse.line_code + "-B"), row(purse, **{column: wanted}))
        assert refused.errors() == {f"/rows/2/{column}": "not_one_of"}
        told = refused.json["errors"][0]["detail"]
        assert row(purse)[column] in told and wanted in told and promised in told, told
    assert hand_in(purse, row(purse, **moves)).errors() == {f"/rows/1/{column}": "not_one_of" for column in moves}
    hand_in(purse, row(purse, name="Belanja uji, nama baru", version="pergeseran")).expect(200)
    deal.step("return", "officer", {"reason": "Pindah akun."}).expect(200)
    hand_in(purse, row(purse, account="5.1.02.01.01.0025", version="pergeseran")).expect(200)


def test_a_version_does_not_go_back(purse):
    hand_in(purse, row(purse, version="perubahan", ceiling=40_000_000)).expect(200)
    again = hand_in(purse, row(purse, version="pergeseran", ceiling=44_000_000))
    assert again.errors() == {"/rows/1/version": "not_one_of"}
    hand_in(purse, row(purse, version="perubahan", ceiling=41_000_000)).expect(200)


def test_a_line_stays_in_its_year_and_a_package_draws_on_its_own(province, shop, purse):
    year = today(province.service).year
    moved = hand_in(purse, row(purse, year=year + 1))
    assert moved.errors() == {"/rows/1/year": "not_one_of"}
    next_line = row(purse, code=purse.line_code + "-N", year=year + 1)
    hand_in(purse, next_line).expect(200)
    package = {
        "rupCode": str(int(purse.rup_code) - 1_000_000_000),
        "name": "Paket tahun depan",
        "unitCode": purse.unit_code,
        "year": year + 1,
        "budgetLineCodes": f"{purse.line_code}|{next_line['code']}",
        "method": "direct",
        "ceiling": 200_000_000,
        "announcedOn": f"{year}-01-05",
    }
    refused = import_csv(province.administrator, "packages", table(list(package), [package]))
    assert refused.errors() == {"/rows/1/budgetLineCodes": "not_one_of"}
    package["budgetLineCodes"] = next_line["code"]
    import_csv(province.administrator, "packages", table(list(package), [package])).expect(200)

    def codes(path, member, year):
        return {item[member] for item in everything(province.buyer, path, year=year)}

    assert next_line["code"] in codes("/budget-lines", "code", year + 1)
    assert next_line["code"] not in codes("/budget-lines", "code", year)
    assert package["rupCode"] in codes("/packages", "rupCode", year + 1)
    assert package["rupCode"] not in codes("/packages", "rupCode", year)


def test_the_red_list_is_within_reach(provinces, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 1)]).to("submitted")
    hand_in(purse, row(purse, ceiling=deal.order["totals"]["gross"] - 1)).errors()
    assert red(purse, purse.province.auditor)
    purse.province.host.get("/budget-lines/red-list").problem(401, "unauthenticated")
    shop.owner.get("/budget-lines/red-list").problem(403, "forbidden")
