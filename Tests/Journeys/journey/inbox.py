"""The auditor's inbox of red flags, and orders that fill it."""

import copy
import secrets
from datetime import timedelta

from .client import everything
from .purchase import today
from .purse import NUMBERS, newest
from .tables import import_rows


def flags(province, **query):
    """The codes and flags of the auditor's inbox that match."""
    return everything(province.auditor, "/flags", **query)


def codes(province, order):
    """The codes of an order's flags."""
    return sorted(flag["code"] for flag in flags(province, orderId=order["id"]))


def flag_of(province, order, code):
    """The one flag of this code on the order."""
    (found,) = flags(province, orderId=order["id"], code=code)
    return found


def beside(purse, **changes):
    """A purse of the same unit and budget line with another package."""
    province, other = purse.province, copy.copy(purse)
    year, number = today(province.service).year, next(NUMBERS)
    other.rup_code = str(9_000_000_000 - secrets.randbelow(10**9))
    row = {
        "rupCode": other.rup_code,
        "name": f"Paket uji {number}",
        "unitCode": purse.unit_code,
        "year": year,
        "budgetLineCodes": purse.line_code,
        "method": "direct",
        "ceiling": 200_000_000,
        "announcedOn": f"{year}-01-05",
        "catalogueResult": "not_found",
        "catalogueEvidence": "Tidak ditemukan di katalog elektronik.",
        "ownEstimate": 45_000_000,
        **changes,
    }
    import_rows(province.administrator, "packages", [row])
    other.package = newest(province.buyer, "/packages", "rupCode", other.rup_code)
    other.assign()
    return other


def day(province, ahead):
    """A day some days from now."""
    return str(today(province.service) + timedelta(days=ahead))


def spend(purse, shop, amount, ahead=5, submit=True):
    """An order of exactly this value from a shop without VAT; needed in so many days."""
    item = shop.product(price=amount, name=secrets.token_hex(8))
    return purse.order(shop, [(item["id"], 1)], deliverBy=day(purse.province, ahead), submit=submit)


def false_alarms(raised, planted):
    """Of the flags that orders raised, those that nobody planted: {code: (raised, planted and found, false)}.

    `raised` are flags of the API, `planted` the codes by order id.
    """
    rates = {}
    for flag in raised:
        found = flag["code"] in planted.get(flag["orderId"], ())
        told, right, wrong = rates.get(flag["code"], (0, 0, 0))
        rates[flag["code"]] = (told + 1, right + found, wrong + (not found))
    return rates
