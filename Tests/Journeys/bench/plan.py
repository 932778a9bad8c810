"""A year's plan made for measuring: packages enough that none of them fills up, on many budget lines or on one."""

import secrets
from datetime import timedelta

from journey.client import everything
from journey.purchase import today
from journey.tables import import_rows

PACKAGES = 50


class Plan:
    """A unit with its budget lines and packages, all assigned to one commitment officer."""

    def __init__(self, province, lines):
        self.province = province
        mark, year, stem = secrets.token_hex(3), today(province.service).year, province.unit["code"]
        unit = f"{stem}.{mark}"
        administrator = province.administrator
        import_rows(administrator, "units", [{"code": unit, "name": f"Bagian {mark}", "parentCode": stem}])
        self.codes = [f"JB-{mark}-{number:02}" for number in range(lines)]
        import_rows(administrator, "budget-lines", [self.line(code, unit, year) for code in self.codes])
        packages = [self.package(number, unit, year) for number in range(PACKAGES)]
        import_rows(administrator, "packages", packages)
        wanted = {package["rupCode"] for package in packages}
        self.packages = [one for one in everything(province.buyer, "/packages") if one["rupCode"] in wanted]
        for package in self.packages:
            body = {"commitmentOfficerId": province.officer.id}
            province.owner.post(f"/packages/{package['id']}/assign", body).expect(200)

    def line(self, code, unit, year):
        return {
            "code": code,
            "unitCode": unit,
            "year": year,
            "activityCode": "7.02.01.1.06.0009",
            "account": "5.1.02.01.01.0024",
            "name": "Belanja ukur",
            "fundSource": "APBD",
            "version": "murni",
            "ceiling": 40_000_000_000,
        }

    def package(self, number, unit, year):
        return {
            "rupCode": str(8_000_000_000 - secrets.randbelow(10**9)),
            "name": f"Paket ukur {number}",
            "unitCode": unit,
            "year": year,
            "budgetLineCodes": self.codes[number % len(self.codes)],
            "method": "direct",
            "ceiling": 200_000_000,
            "announcedOn": f"{year}-01-05",
            "catalogueResult": "not_found",
            "catalogueEvidence": "Tidak ditemukan di katalog elektronik.",
            "ownEstimate": 45_000_000,
        }

    def orders(self, shop):
        """One body of `POST /orders` for each package."""
        return [
            {
                "packageId": package["id"],
                "budgetLineId": package["budgetLineIds"][0],
                "vendorId": shop.id,
                "lines": [{"productId": shop.item["id"], "quantity": 1}],
                "deliverTo": {"street": "Jalan Kantor 1", "regionCode": self.province.facts["code"] + ".71"},
                "deliverBy": str(today(self.province.service) + timedelta(days=5)),
                "paymentMode": "LS",
                "submit": True,
            }
            for package in self.packages
        ]
