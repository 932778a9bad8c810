"""Packages against budget lines, and products against standard prices."""

from collections import Counter
from collections.abc import Iterator

from provinces import YEARS
from tables import Row
from wordlists import by_key, split

FEWEST_LINES, FEWEST_PACKAGES = 60, 80


def years(files: dict[str, list[Row]]) -> Iterator[str]:
    for kind, fewest in (("budget-lines", FEWEST_LINES), ("packages", FEWEST_PACKAGES)):
        counts = Counter(row["year"] for row in files[kind])
        yield from (f"{kind}: {counts[str(y)]} of {y}" for y in YEARS if counts[str(y)] < fewest)
        yield from (f"{kind}: year {year}" for year in counts if int(year) not in YEARS)


def packages(files: dict[str, list[Row]]) -> Iterator[str]:
    lines = {row["code"]: row for row in files["budget-lines"]}
    for row in files["packages"]:
        own = [lines.get(code) for code in split(row["budgetLineCodes"])]
        if not own or any(line is None for line in own):
            yield f"packages: {row['rupCode']}: no budget line {row['budgetLineCodes']}"
            continue
        if any(line["year"] != row["year"] or line["unitCode"] != row["unitCode"] for line in own):
            yield f"packages: {row['rupCode']}: a line of another year or unit"
        if int(row["ceiling"]) > sum(int(line["ceiling"]) for line in own):
            yield f"packages: {row['rupCode']}: ceiling above its lines"
        if int(row["ownEstimate"] or 0) > int(row["ceiling"]) or not row["ownEstimate"]:
            yield f"packages: {row['rupCode']}: own estimate"
        if row["catalogueResult"] != "not_found" or not row["catalogueEvidence"]:
            yield f"packages: {row['rupCode']}: catalogue check"
        if row["announcedOn"][:7] not in (f"{row['year']}-01", f"{int(row['year']) - 1}-12"):
            yield f"packages: {row['rupCode']}: announced on {row['announcedOn']}"
        if row["method"] == "direct" and int(row["ceiling"]) > 50_000_000:
            yield f"packages: {row['rupCode']}: direct above 50 million"


def sums(files: dict[str, list[Row]]) -> Iterator[str]:
    """All packages of the lines that they share stay together within these lines."""
    group = {row["code"]: row["code"] for row in files["budget-lines"]}

    def root(code: str) -> str:
        while group[code] != code:
            code = group[code]
        return code

    for row in files["packages"]:
        first, *others = split(row["budgetLineCodes"])
        for code in others:
            group[root(code)] = root(first)
    room: Counter[str] = Counter()
    for row in files["budget-lines"]:
        room[root(row["code"])] += int(row["ceiling"])
    for row in files["packages"]:
        room[root(split(row["budgetLineCodes"])[0])] -= int(row["ceiling"])
    yield from (f"budget-lines: {code} carries {-left} too much" for code, left in room.items() if left < 0)


def classification(files: dict[str, list[Row]]) -> Iterator[str]:
    categories = by_key("categories", "code")
    accounts = {account for row in categories.values() for account in split(row["accounts"])}
    first = files["units"][0]["code"]
    yield from (f"budget-lines: {row['code']}: account {row['account']}"
                for row in files["budget-lines"] if row["account"] not in accounts)
    for kind in ("standard-prices", "products"):
        for row in files[kind]:
            if row["category"] not in categories:
                yield f"{kind}: category {row['category']}"
            elif kind == "products":
                if row["taxClass"] not in split(categories[row["category"]]["taxClasses"]):
                    yield f"products: {row['name']}: tax class {row['taxClass']}"
    own = {(row["year"], row["account"]) for row in files["budget-lines"] if row["unitCode"] == first}
    for category in categories.values():
        for year in YEARS:
            if not any((str(year), account) in own for account in split(category["accounts"])):
                yield f"budget-lines: {first} has none for {category['code']} in {year}"


def standard_price(product: Row, prices: list[Row]) -> Row | None:
    """The standard price of its category and unit whose name the product's begins with; the longest wins."""
    fitting = [
        price for price in prices
        if (price["category"], price["unitOfMeasure"]) == (product["category"], product["unitOfMeasure"])
        and f"{product['name']} ".startswith(f"{price['name']} ")
    ]
    return max(fitting, key=lambda price: len(price["name"]), default=None)


def prices(files: dict[str, list[Row]]) -> Iterator[str]:
    taxed = {row["nib"] for row in files["vendors"] if row["vatRegistered"] == "true"}
    for row in files["products"]:
        price = standard_price(row, files["standard-prices"])
        if price is None:
            yield f"products: {row['name']}: no standard price"
            continue
        cost = int(row["price"]) * 100
        bears_vat = row["vendorNib"] in taxed and row["taxClass"] in ("goods", "service")
        if row["priceIncludesVat"] == "false":
            cost = int(row["price"]) * 111
            if not bears_vat:
                yield f"products: {row['name']}: VAT on top of a price that bears none"
        if cost > int(price["price"]) * 100:
            yield f"products: {row['name']}: {row['price']} above {price['code']}"
        if int(row["price"]) > 50_000_000:
            yield f"products: {row['name']}: price above what an order may be"


def findings(files: dict[str, list[Row]]) -> Iterator[str]:
    for subject in (years, packages, sums, classification, prices):
        yield from subject(files)
