"""The small firms that sell to a province: names from the lists, numbers made for them."""

import datetime
import random
import re

import identities
from amounts import nearest
from provinces import Province
from wordlists import by_key, rows, split

MILLION = 1_000_000
FINAL_TAX_CEILING = 4_800 * MILLION
EXEMPT_BAND = 500 * MILLION
MAILBOXES = ("pesan", "halo", "info", "niaga", "penjualan")
KEPT_IN_KBLI_2025 = ("18111", "81210", "14111", "13121")


def money(rng: random.Random, form: str, size: str, vat: bool) -> tuple[int, int]:
    """Capital and yearly sales that fit the size (PP 7/2021 Art. 35)."""
    if size == "micro":
        low, high = (140, 900) if form == "individual" else (350, 1_850)
        sales = rng.uniform(low, high) * rng.uniform(0.6, 1)
        capital = min(sales * rng.uniform(0.08, 0.4), 900)
    else:
        sales = rng.uniform(5_200, 13_500) if vat else rng.uniform(2_150, 4_600)
        capital = min(max(sales * rng.uniform(0.25, 0.5), 1_100), 4_800)
    return nearest(capital * MILLION, MILLION), nearest(sales * MILLION, MILLION)


def kbli(rng: random.Random, lines: list[str]) -> list[str]:
    """One for each trade, and some of the others; a few firms have the new edition's beside the old one."""
    of_lines = [split(by_key("lines", "line")[line]["kbli"]) for line in lines]
    codes = list(dict.fromkeys([own[0] for own in of_lines] + [code for own in of_lines for code in own[1:]]))
    codes = codes[:max(len(lines), 3)]
    newer = rng.random() < 0.3
    return codes + [f"{code}@2025" for code in codes if newer and code in KEPT_IN_KBLI_2025]


def final_tax(rng: random.Random, form: str, sales: int, tax_office: str) -> dict[str, object]:
    """A letter for the 0.5% final tax; firms of other forms may finish their period (PP 20/2026)."""
    eligible = form in ("individual", "one_person_company", "cooperative")
    if sales > FINAL_TAX_CEILING or rng.random() > (0.62 if eligible else 0.18):
        return {}
    law, issued = rng.choice((("PP55", 2025), ("PP55", 2025), ("PP20", 2026))) if eligible else ("PP55", 2024)
    until = rng.choice(("2027-12-31", "2027-12-31", "2028-06-30")) if eligible else "2026-12-31"
    return {
        "finalTaxLetter.number": f"KET-{rng.randrange(1, 99_999):05d}/{law}/KPP.{tax_office}/{issued}",
        "finalTaxLetter.validUntil": until,
    }


def exempt_band(rng: random.Random, form: str, sales: int, letter: dict[str, object]) -> dict[str, object]:
    """An individual's statement of turnover in the year so far, below the exempt band."""
    if form != "individual" or not letter or sales > 650 * MILLION or rng.random() > 0.75:
        return {}
    if sales > EXEMPT_BAND * 0.9:
        given = identities.day_between(rng, datetime.date(2026, 9, 1), datetime.date(2026, 10, 20))
    else:
        given = identities.day_between(rng, datetime.date(2026, 1, 12), datetime.date(2026, 4, 30))
    share = given.timetuple().tm_yday / 366 * rng.uniform(0.9, 1.1)
    turnover = min(nearest(sales * share, 100_000), EXEMPT_BAND - 2 * MILLION)
    return {"exemptBandStatement.date": given.isoformat(), "exemptBandStatement.turnoverBefore": turnover}


def street(rng: random.Random, region: str) -> str:
    road = rng.choice(split(by_key("places", "regionCode")[region]["streets"]))
    if road.startswith("Jorong") or road.startswith("Korong"):
        return road
    return f"{road} No. {rng.randrange(3, 148)} RT {rng.randrange(1, 13):03d}/RW {rng.randrange(1, 10):03d}"


def tax_office(rng: random.Random, province: Province, region: str) -> str:
    offices = province.tax_offices.get(region[:5]) or province.tax_offices[province.region]
    return rng.choice(offices)


def mail_domain(name: str) -> str:
    plain = re.sub(r"\(perorangan\)|^(pt|cv|koperasi) ", "", name.lower())
    return re.sub(r"[^a-z0-9]", "", plain) + ".example"


def vendor(province: Province, entry: dict[str, str]) -> dict[str, object]:
    rng = random.Random(f"{province.slug}/vendor/{entry['businessName']}")
    form, sex, region = entry["legalForm"], entry["ownerSex"], entry["regionCode"]
    vat = entry["vatRegistered"] == "true"
    born = identities.day_between(rng, datetime.date(1962, 1, 1), datetime.date(1999, 12, 28))
    owner_nik = identities.nik(rng, region, born, sex)
    capital, sales = money(rng, form, entry["size"], vat)
    office = tax_office(rng, province, region)
    bank = rng.choice(province.banks)
    firm = entry["businessName"].replace(" (Perorangan)", "")
    holder = entry["ownerName"] if form == "individual" else firm
    letter = final_tax(rng, form, sales, office)
    return {
        "nib": identities.nib(rng), "legalForm": form, "businessName": entry["businessName"],
        "ownerName": entry["ownerName"], "ownerNik": owner_nik,
        "npwp": owner_nik if form == "individual" else identities.firm_npwp(rng, office),
        "size": entry["size"], "capital": capital, "yearlySales": sales,
        "kbli": kbli(rng, split(entry["lines"])), "vatRegistered": vat,
        **letter, **exempt_band(rng, form, sales, letter),
        "email": f"{rng.choice(MAILBOXES)}@{mail_domain(entry['businessName'])}",
        "phone": identities.phone(rng), "address.street": street(rng, region), "address.regionCode": region,
        "bank.code": bank, "bank.accountNumber": identities.account_number(rng, bank),
        "bank.accountName": holder.upper(),
    }


def vendors(province: Province) -> list[dict[str, object]]:
    return [vendor(province, entry) for entry in rows(f"vendors-{province.slug}")]
