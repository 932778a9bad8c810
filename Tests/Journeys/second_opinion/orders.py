"""Orders by chance, from a seed, dense around the borders of the law."""

import random
from datetime import date, timedelta

BORDERS = [
    date(2022, 4, 1),
    date(2022, 5, 1),
    date(2022, 12, 20),
    date(2024, 1, 5),
    date(2025, 1, 1),
    date(2025, 8, 1),
    date(2026, 4, 22),
    date(2027, 1, 1),
]
EARLIEST, LATEST = date(2022, 3, 20), date(2027, 12, 31)
CLASSES = ["goods", "goods", "goods", "service", "catering", "exempt"]
FORMS = ["individual", "one_person_company", "cooperative", "cv", "pt", "firma"]
# Amounts around which the law changes its mind, with and without VAT in them.
POLES = [2_000_000, 1_801_802, 2_220_000, 10_000_000, 9_009_009, 20_000_000]
POLES += [45_045_045, 45_454_545, 50_000_000]
# A taxpayer number with a right check digit is no matter here: 15 or 16 digits are taken.
NUMBER = "0012345678901000"


class Orders:
    """An endless row of orders; the same seed gives the same ones."""

    def __init__(self, seed):
        self.chance = random.Random(seed)

    def __iter__(self):
        while True:
            yield self.order()

    def likely(self, share):
        return self.chance.random() < share

    def order(self):
        day = self.day()
        price = self.pole() if self.likely(0.6) else self.chance.randint(1, 60_000_000)
        count = self.chance.choice([1, 1, 1, 2, 2, 3, 4])
        alike = self.likely(0.7)
        only = self.chance.choice(CLASSES)
        lines = [
            self.line(number, part, only if alike else self.chance.choice(CLASSES))
            for number, part in enumerate(self.parts(price, count), 1)
        ]
        vendor = self.vendor(day)
        return {
            "date": day.isoformat(),
            "paymentMode": self.chance.choice(["LS", "LS", "LS", "UP", "GU", "TU", "KKPD"]),
            "procedure": "offer",
            "vendor": vendor,
            "lines": lines,
            "whole": [*lines, self.line(9, self.pole(), only)] if self.likely(0.1) else None,
            "sameDay": [self.payment(number, only) for number in range(self.chance.choice([0, 0, 0, 0, 1, 2]))],
            **self.amendment(price),
            "catalogueCheck": {"result": "not_found", "evidence": "Tidak ada di katalog."},
        }

    def payment(self, number, only):
        """Another payment of the day: small, near the threshold or above it, and what was taken out of it."""
        price = self.chance.choice([self.chance.randint(1, 2_000_000), 2_000_000, 1_801_802, self.pole()])
        product = f"q{number}"
        line = {**self.line(0, max(price, 1), only if self.likely(0.8) else self.chance.choice(CLASSES))}
        taken = []
        if self.likely(0.3):
            tax = {"code": self.chance.choice(["PPH22", "PPH_FINAL"]), "base": price, "collectedBy": "treasurer"}
            taken = [{**tax, "amount": self.chance.randint(0, 60_000), "lines": [product]}]
        billed = {"code": "PPN", "base": price, "amount": 1_000, "collectedBy": "treasurer", "lines": [product]}
        return {
            "orderId": f"o{number}",
            "lines": [{**line, "productId": product}],
            "taxes": taken + ([billed] if self.likely(0.3) else []),
        }

    def amendment(self, price):
        """The values before an amendment, around what the order comes to now."""
        if not self.likely(0.1):
            return {}
        near = max(price + self.chance.choice([-5_000_000, -1, 0, 1, 5_000_000]), 1)
        return {"initialGross": max(near * 10 // 11 + self.chance.choice([-1, 0, 1]), 1), "amendedFrom": near}

    def day(self):
        if self.likely(0.5):
            return max(self.chance.choice(BORDERS) + timedelta(self.chance.choice([-1, 0, 1])), EARLIEST)
        return EARLIEST + timedelta(self.chance.randrange((LATEST - EARLIEST).days + 1))

    def pole(self):
        """A border, a rupiah or a few off it; or an amount at which a tax ends in exactly a half."""
        if self.likely(0.3):
            return self.chance.choice([100, 200, 1000]) * self.chance.randint(1, 250_000) // 2
        return self.chance.choice(POLES) + self.chance.choice([-100, -33, -2, -1, 0, 0, 1, 2, 33, 34, 100])

    def parts(self, price, count):
        """The price in so many parts of at least a rupiah."""
        count = min(count, price)
        cuts = sorted(self.chance.sample(range(1, price), count - 1)) if count > 1 else []
        return [end - start for start, end in zip([0, *cuts], [*cuts, price])]

    def line(self, number, whole, tax_class):
        quantity = self.chance.choice([1, 1, 1, 2, 3, 7, 12, 40, 1000])
        if whole % quantity and not self.likely(0.3):
            quantity = 1
        return {
            "productId": f"p{number}",
            "category": "stationery",
            "taxClass": tax_class,
            "unitPrice": min(max(whole // quantity, 1), 50_000_000),
            "priceIncludesVat": self.likely(0.4),
            "quantity": quantity,
            "luxury": self.likely(0.04),
        }

    def vendor(self, day):
        form = self.chance.choice(FORMS + ["individual"] * 3)
        letter = self.likely(0.5)
        until = day + timedelta(self.chance.choice([-400, -1, 0, 0, 1, 300]))
        return {
            "state": "verified",
            "legalForm": form,
            "size": "small",
            "npwp": NUMBER if self.likely(0.75) else None,
            "vatRegistered": self.likely(0.6),
            "finalTaxLetter": {"number": "S-1", "validUntil": until.isoformat()} if letter else None,
            "exemptBandStatement": self.likely(0.6),
            "foreign": self.likely(0.03),
            "withholdingExemption": self.exemption(day),
            "turnoverYearToDate": self.turnover(),
        }

    def exemption(self, day):
        if not self.likely(0.08):
            return None
        until = day + timedelta(self.chance.choice([-1, 0, 1, 200]))
        return {"number": "SKB-1", "validUntil": until.isoformat()}

    def turnover(self):
        kind = self.chance.randrange(8)
        if kind == 0:
            return None
        if kind == 1:
            return self.chance.choice([0, 499_999_999, 500_000_000, 500_000_001])
        if kind == 2:
            return 500_000_000 - self.pole()
        low, high = (440_000_000, 500_000_000) if kind < 5 else (0, 600_000_000)
        return self.chance.randint(low, high)
