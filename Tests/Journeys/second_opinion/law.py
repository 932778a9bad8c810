"""The constants of the law by date (domain.md §3.1), typed in here once more on purpose."""

from datetime import date
from fractions import Fraction

# From which day: the rate, and the part of the price that it applies to.
VAT = [
    (date(2010, 4, 1), Fraction(10, 100), None),
    (date(2022, 4, 1), Fraction(11, 100), None),
    (date(2025, 1, 1), Fraction(12, 100), Fraction(11, 12)),
]
TREASURER_ON_GOODS = Fraction(15, 1000)
PLATFORM_ON_ANYTHING = Fraction(5, 1000)
PLATFORM_SINCE = date(2022, 5, 1)
# Since then luxuries are taxed otherwise than other goods.
LUXURY_SINCE = date(2025, 1, 1)
FIRM_ON_SERVICE = Fraction(2, 100)
PERSON_ON_SERVICE = Fraction(1, 2) * Fraction(5, 100)
FINAL = Fraction(5, 1000)
DOUBLED, FIFTH_MORE = Fraction(2), Fraction(12, 10)

THRESHOLD = 2_000_000
AMENDED_BY = Fraction(10, 100)
BAND, BAND_SINCE = 500_000_000, date(2022, 1, 1)
REGIONAL_TAX, REGIONAL_TAX_SINCE = Fraction(10, 100), date(2024, 1, 5)

# Who may pay the final tax by a letter. Since 2026-04-22 cv, firma and pt may only finish their letter's
# period, whose end is the letter's own last day, so that they stay in the list.
FINAL_TAX_FORMS = [
    (date(2018, 7, 1), {"individual", "cooperative", "cv", "firma", "pt"}),
    (date(2022, 12, 20), {"individual", "one_person_company", "cooperative", "cv", "firma", "pt"}),
]

SLIP, CAP = 10_000_000, 50_000_000


def in_force(rows, day):
    """The last row that has begun."""
    return [row for row in rows if row[0] <= day][-1]
