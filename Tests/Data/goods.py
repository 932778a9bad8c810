"""What is bought and sold in a province, and the standard prices of it."""

from dataclasses import dataclass

from amounts import up
from provinces import Province
from wordlists import by_key, rows, split

FIXED_PRICE_LINES = ("stamps",)


@dataclass(frozen=True)
class Good:
    line: dict[str, str]
    """The row of lists/lines.csv: the trade that deals in it."""
    row: dict[str, str]
    """The row of lists/goods.csv or of the province's own list."""
    code: str
    standard_price: int
    """Taxes included."""

    @property
    def names(self) -> list[str]:
        """The article in all its variants; each name begins with the standard price's."""
        variants = split(self.row["variants"]) or [""]
        return [f"{self.row['standard']} {variant}".strip() for variant in variants]

    @property
    def fixed(self) -> bool:
        """Sold at its nominal value, as a duty stamp is."""
        return self.row["line"] in FIXED_PRICE_LINES


def goods(province: Province) -> list[Good]:
    numbers = {row["code"]: place for place, row in enumerate(rows("categories"), start=1)}
    counts: dict[str, int] = {}
    listed = []
    national = [(False, row) for row in rows("goods")]
    for own, row in national + [(True, row) for row in rows(f"goods-{province.slug}")]:
        line = by_key("lines", "line")[row["line"]]
        category = line["category"]
        counts[category] = counts.get(category, 0) + 1
        factor = 1.0 if own else province.price_factors.get(line["kind"], 1.0)
        price = int(row["price"])
        if row["line"] not in FIXED_PRICE_LINES:
            price = up(price * factor)
        code = f"SSH.{numbers[category]:02d}.{counts[category]:03d}"
        listed.append(Good(line, row, code, price))
    return sorted(listed, key=lambda good: good.code)


def standard_prices(province: Province) -> list[dict[str, object]]:
    return [
        {
            "code": good.code, "name": good.row["standard"], "category": good.line["category"],
            "unitOfMeasure": good.row["unit"], "price": good.standard_price, "validFrom": "2026-01-01",
        }
        for good in goods(province)
    ]
