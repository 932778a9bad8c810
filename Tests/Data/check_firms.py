"""Vendors: numbers, regions, sizes and tax papers."""

import datetime
from collections.abc import Iterator

from identities import ACCOUNT_DIGITS, luhn_digit
from provinces import Province
from tables import Row
from wordlists import by_key, rows, split

BILLION = 1_000_000_000


def nik_error(nik: str, province: Province) -> str | None:
    """Why a citizen's number cannot be one first issued in the province, or None."""
    region = f"{nik[:2]}.{nik[2:4]}.{nik[4:6]}"
    if region not in by_key("places", "regionCode") or nik[:2] != province.region:
        return "region"
    day = int(nik[6:8])
    try:
        datetime.date(1900 + int(nik[10:12]), int(nik[8:10]), day - 40 if day > 40 else day)
    except ValueError:
        return "birth date"
    return "serial" if nik[12:] == "0000" else None


def npwp_error(row: Row) -> str | None:
    npwp = row["npwp"]
    if row["legalForm"] == "individual":
        return None if npwp == row["ownerNik"] else "differs from the NIK"
    if npwp[0] != "0":
        return "a legal body's begins with 0"
    return None if luhn_digit(npwp[1:9]) == npwp[9] else "check digit"


def fits_size(row: Row) -> bool:
    """PP 7/2021 Art. 35, by capital and by sales."""
    capital, sales = int(row["capital"]), int(row["yearlySales"])
    if row["size"] == "micro":
        return capital <= BILLION and sales <= 2 * BILLION
    small = BILLION < capital <= 5 * BILLION and 2 * BILLION < sales <= 15 * BILLION
    return row["size"] == "small" and small


def tax_paper_error(row: Row) -> str | None:
    letter = row["finalTaxLetter.number"], row["finalTaxLetter.validUntil"]
    statement = row["exemptBandStatement.date"], row["exemptBandStatement.turnoverBefore"]
    if bool(letter[0]) != bool(letter[1]) or bool(statement[0]) != bool(statement[1]):
        return "half a paper"
    individual = row["legalForm"] == "individual" and letter[0]
    if statement[0] and (not individual or int(statement[1]) > BILLION // 2):
        return "exempt band statement"
    if letter[0] and int(row["yearlySales"]) > 4_800_000_000:
        return "final tax letter above the ceiling"
    return None


def account_error(row: Row) -> str | None:
    expected = ACCOUNT_DIGITS.get(row["bank.code"])
    return None if len(row["bank.accountNumber"]) == expected else "length of account number"


def trades(vendors: list[Row], products: list[Row]) -> Iterator[str]:
    """Each firm has a line of business for every category that it sells."""
    own = {row["nib"]: set(split(row["kbli"])) for row in vendors}
    sellers = {row["code"]: set(split(row["kbli"])) for row in rows("categories")}
    for nib, category in dict.fromkeys((row["vendorNib"], row["category"]) for row in products):
        if not own.get(nib, set()) & sellers.get(category, set()):
            yield f"vendors: {nib} sells {category} without a line of business for it"


def findings(province: Province, vendors: list[Row]) -> Iterator[str]:
    kbli = {code for row in rows("lines") for code in row["kbli"].split("|")}
    regions = by_key("places", "regionCode")
    for row in vendors:
        checks = {
            "ownerNik": nik_error(row["ownerNik"], province),
            "npwp": npwp_error(row),
            "size": None if fits_size(row) else "capital or sales",
            "tax papers": tax_paper_error(row),
            "kbli": next((code for code in row["kbli"].split("|") if code[:5] not in kbli), None),
            "regionCode": None if row["address.regionCode"] in regions else "unknown",
            "province": None if row["address.regionCode"].startswith(province.region) else "elsewhere",
            "bank": account_error(row),
        }
        for subject, error in checks.items():
            if error:
                yield f"vendors: {row['businessName']}: {subject}: {error}"
    accounts = [(row["bank.code"], row["bank.accountNumber"]) for row in vendors]
    if len(set(accounts)) != len(accounts):
        yield "vendors: a bank account twice"
    taxed = sum(row["vatRegistered"] == "true" for row in vendors)
    if not 0 < taxed < len(vendors) / 4:
        yield f"vendors: {taxed} registered for VAT"
