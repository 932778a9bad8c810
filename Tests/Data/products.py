"""The catalogue: what each firm sells of the goods of its trades, at its own prices."""

import random

from amounts import down
from goods import Good, goods
from provinces import Province
from wordlists import by_key, rows, split

PRODUCTS = 600
FEWEST = 4
Article = tuple[Good, str]


def shelf(province: Province, lines: list[str], rng: random.Random) -> list[Article]:
    """All that a firm could sell, in the order in which it takes it up: each trade in turn."""
    by_line: dict[str, list[Article]] = {}
    for line in lines:
        sold = [good for good in goods(province) if good.row["line"] == line]
        first: list[Article] = []
        further: list[Article] = []
        for good in rng.sample(sold, len(sold)):
            names = rng.sample(good.names, len(good.names))
            first.append((good, names[0]))
            further += [(good, name) for name in names[1:]]
        by_line[line] = first + rng.sample(further, len(further))
    ordered: list[Article] = []
    while any(by_line.values()):
        ordered += [articles.pop(0) for articles in by_line.values() if articles]
    return ordered


def sizes(province: Province, shelves: list[list[Article]]) -> list[int]:
    """How many products each firm has; together they are PRODUCTS."""
    rng = random.Random(f"{province.slug}/catalogue")
    counts = [min(len(shelf), max(FEWEST, int(rng.triangular(4, 19, 8)))) for shelf in shelves]
    place = 0
    while (missing := PRODUCTS - sum(counts)) != 0:
        if missing > 0 and counts[place] < len(shelves[place]):
            counts[place] += 1
        elif missing < 0 and counts[place] > FEWEST:
            counts[place] -= 1
        place = (place + 7) % len(counts)
    return counts


def price(good: Good, ratio: float, vat_on_top: bool) -> int:
    if good.fixed:
        return good.standard_price
    highest = good.standard_price * min(ratio, 0.985)
    return down(highest * 100 / 111 if vat_on_top else highest)


def stock(rng: random.Random, good: Good) -> int | None:
    """Only what lies on a shelf has a stock."""
    if good.line["kind"] == "craft":
        return rng.randrange(2, 26)
    if good.line["kind"] not in ("goods", "food") or good.line["category"] == "fresh_food":
        return None
    least = int(good.row["minimumQuantity"])
    if good.standard_price > 1_000_000:
        return rng.randrange(3, 25)
    return least * rng.randrange(8, 60) + rng.randrange(0, 10)


def local_content(rng: random.Random, good: Good) -> int | None:
    share = good.row["localContent"]
    return min(100, max(0, int(share) + rng.randrange(-4, 5))) if share and not good.fixed else share or None


def description(rng: random.Random, good: Good, region: str) -> str:
    place = by_key("places", "regionCode")[region]
    kind = good.line["kind"]
    if good.row["line"] == "stamps":
        return good.row["description"]
    sentence = rng.choice([row["sentence"] for row in rows("delivery") if row["kind"] == kind])
    return f"{good.row['description']} {sentence.format(city=place['city'], place=place['name'])}"


def products(province: Province, vendors: list[dict[str, object]]) -> list[dict[str, object]]:
    entries = rows(f"vendors-{province.slug}")
    generators = [random.Random(f"{province.slug}/products/{entry['businessName']}") for entry in entries]
    shelves = [shelf(province, split(entry["lines"]), rng) for entry, rng in zip(entries, generators)]
    listed = []
    for vendor, rng, articles, count in zip(vendors, generators, shelves, sizes(province, shelves)):
        level = rng.uniform(0.8, 0.95)
        numbers: dict[str, int] = {}
        for good, name in sorted(articles[:count], key=lambda article: (article[0].code, article[1])):
            prefix = good.line["skuPrefix"]
            numbers[prefix] = numbers.get(prefix, 0) + 1
            taxed = bool(vendor["vatRegistered"]) and good.line["taxClass"] in ("goods", "service")
            vat_on_top = taxed and rng.random() < 0.5
            listed.append({
                "vendorNib": vendor["nib"], "sku": f"{prefix}-{numbers[prefix]:03d}", "name": name,
                "description": description(rng, good, str(vendor["address.regionCode"])),
                "category": good.line["category"], "unitOfMeasure": good.row["unit"],
                "price": price(good, level + rng.uniform(-0.05, 0.04), vat_on_top),
                "priceIncludesVat": not vat_on_top, "taxClass": good.line["taxClass"],
                "localContentPercent": local_content(rng, good), "stock": stock(rng, good),
                "minimumQuantity": int(good.row["minimumQuantity"]),
                "leadTimeDays": int(good.row["leadTimeDays"]) + rng.choice((0, 0, 0, 1)),
            })
    return listed
