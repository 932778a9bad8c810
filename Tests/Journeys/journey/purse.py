"""What a purchase needs: a unit, a budget line and a package of a test's own."""

import re
import secrets
from datetime import timedelta
from itertools import count

from .purchase import Purchase, today
from .tables import import_rows

NUMBERS = count(3000 + secrets.randbelow(3000))


class Purse:
    """A sub-unit of the demonstration unit with one budget line and one package, assigned to its officer."""

    def __init__(self, province, ceiling=45_000_000, account="5.1.02.01.01.0024", officer=None, assign=True):
        self.province, self.ceiling = province, ceiling
        self.officer = officer or province.officer
        number, stem = next(NUMBERS), province.unit["code"]
        year = today(province.service).year
        self.unit_code = (
            re.sub(r"\d{4}$", "", stem) + f"{number:04}"
            if re.search(r"\d{4}$", stem)
            else f"{stem}.{number:04}"
        )
        self.line_code, self.rup_code = (
            f"JB-{secrets.token_hex(5)}",
            str(9_000_000_000 - secrets.randbelow(10**9)),
        )
        import_rows(
            province.administrator,
            "units",
            [{"code": self.unit_code, "name": f"Bagian Uji {number}", "parentCode": stem}],
        )
        import_rows(
            province.administrator,
            "budget-lines",
            [
                {
                    "code": self.line_code,
                    "unitCode": self.unit_code,
                    "year": year,
                    "activityCode": "7.02.01.1.06.0009",
                    "account": account,
                    "name": "Belanja uji",
                    "fundSource": "APBD",
                    "version": "murni",
                    "ceiling": ceiling,
                }
            ],
        )
        import_rows(
            province.administrator,
            "packages",
            [
                {
                    "rupCode": self.rup_code,
                    "name": f"Paket uji {number}",
                    "unitCode": self.unit_code,
                    "year": year,
                    "budgetLineCodes": self.line_code,
                    "method": "direct",
                    "ceiling": max(ceiling, 200_000_000),
                    "announcedOn": f"{year}-01-05",
                    "catalogueResult": "not_found",
                    "catalogueEvidence": "Tidak ditemukan di katalog elektronik.",
                    "ownEstimate": 45_000_000,
                }
            ],
        )
        self.line_id = newest(province.buyer, "/budget-lines", "code", self.line_code)["id"]
        self.package = newest(province.buyer, "/packages", "rupCode", self.rup_code)
        self.unit_id = self.package["unitId"]
        if assign:
            self.assign()

    def assign(self):
        self.province.owner.post(
            f"/packages/{self.package['id']}/assign", {"commitmentOfficerId": self.officer.id}
        ).expect(200)

    @property
    def ledger(self):
        """(reserved, committed, realised) of the budget line, whose sums are checked."""
        line = self.province.buyer.get(f"/budget-lines/{self.line_id}").expect(200).json
        spent = line["reserved"] + line["committed"] + line["realised"]
        assert line["ceiling"] == self.ceiling and line["available"] == self.ceiling - spent >= 0, line
        return line["reserved"], line["committed"], line["realised"]

    def body(self, vendor_id, lines, **changes):
        """A body of `POST /orders`; `lines` are (product id, quantity)."""
        whole = {
            "packageId": self.package["id"],
            "budgetLineId": self.line_id,
            "vendorId": vendor_id,
            "lines": [{"productId": product, "quantity": quantity} for product, quantity in lines],
            "deliverTo": {"street": "Jalan Kantor 1", "regionCode": self.province.facts["code"] + ".71"},
            "deliverBy": str(today(self.province.service) + timedelta(days=5)),
            "paymentMode": "LS",
            "comparedPrices": [
                {"source": "Pasar Raya", "unitPrice": 1_100_000},
                {"source": "Toko Lain", "unitPrice": 1_150_000},
            ],
            **changes,
        }
        return {name: value for name, value in whole.items() if value is not None}

    def order(self, shop, lines, **changes):
        """A new order (draft unless `submit=True`) of this shop's products."""
        made = self.province.buyer.post("/orders", self.body(shop.id, lines, **changes)).expect(201).json
        return Purchase(self, shop, made)


def newest(person, path, member, value):
    """The item of a list, newest first, that has this value."""
    cursor = None
    while True:
        page = person.get(path, limit=100, cursor=cursor).expect(200).json
        for item in page["items"]:
            if item[member] == value:
                return item
        cursor = page["nextCursor"]
        assert cursor, f"{path}: none with {member} = {value}"
