"""Numbers that identify people and firms: right in form, and made so that they are nobody's.

Serial numbers lie far above those that offices give out, and telephone numbers in the range 084, which no
operator holds.
"""

import datetime
import random


def luhn_digit(digits: str) -> str:
    """The check digit that makes `digits` followed by it pass the Luhn test."""
    total = 0
    for place, character in enumerate(reversed(digits)):
        value = int(character) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def day_between(rng: random.Random, first: datetime.date, last: datetime.date) -> datetime.date:
    return first + datetime.timedelta(days=rng.randrange((last - first).days + 1))


def nik(rng: random.Random, region: str, born: datetime.date, sex: str) -> str:
    """Citizen's number: subdistrict of first issue, birth date (women's day + 40), serial."""
    day = born.day + (40 if sex == "F" else 0)
    return f"{region.replace('.', '')}{day:02d}{born:%m%y}{rng.randrange(9001, 9900):04d}"


def nip(rng: random.Random, first_year: int, last_year: int, sex: str) -> str:
    """Civil servant's number: birth date, month of appointment, sex, serial."""
    born = day_between(rng, datetime.date(first_year, 1, 1), datetime.date(last_year, 12, 28))
    start = min(born.year + rng.randrange(22, 31), 2023)
    month = rng.choice((1, 1, 2, 3, 3, 4, 12))
    return f"{born:%Y%m%d}{start}{month:02d}{1 if sex == 'M' else 2}{rng.randrange(901, 1000)}"


def firm_npwp(rng: random.Random, tax_office: str) -> str:
    """Tax number of a legal body: 0, type, serial, check digit, tax office, head office."""
    body = rng.choice(("01", "02", "03")) + f"{rng.randrange(970000, 1000000)}"
    return f"0{body}{luhn_digit(body)}{tax_office}000"


def nib(rng: random.Random) -> str:
    """Business number: day of issue and serial."""
    issued = day_between(rng, datetime.date(2021, 8, 9), datetime.date(2026, 6, 30))
    return f"{issued:%d%m%y}{rng.randrange(9_000_000, 10_000_000)}"


def phone(rng: random.Random) -> str:
    return f"+6284{rng.randrange(10**8, 10**9)}"


ACCOUNT_DIGITS = {
    "111": 11, "118": 14, "127": 11, "002": 15, "008": 13, "009": 10, "014": 10, "200": 16, "451": 10,
}


def account_number(rng: random.Random, bank: str) -> str:
    length = ACCOUNT_DIGITS[bank]
    return str(rng.randrange(10 ** (length - 1), 10**length))
