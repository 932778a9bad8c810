"""What a purchase needs (a unit, a budget line, a package) and the way of an order from draft to closed."""

import re
import secrets
from datetime import date, datetime, timedelta, timezone
from itertools import count

NUMBERS = count(secrets.randbelow(2000) + 1)
REASON = {"reason": "Sesuai kebutuhan dinas."}


def today(service):
    """The service's day in western Indonesia; every purchase is made well inside it or its neighbours."""
    given = [arguments for name, arguments in zip(service.arguments, service.arguments[1:]) if name == "--now"]
    return datetime.fromisoformat(given[0]).date() if given else datetime.now(timezone(timedelta(hours=7))).date()


def table(columns, rows):
    """CSV text: every value in quotation marks."""
    quoted = ['"' + '","'.join(str(row.get(column, "")).replace('"', '""') for column in columns) + '"'
              for row in rows]
    return "\n".join([",".join(columns), *quoted]) + "\n"


def import_csv(person, kind, content, **more):
    """POSTs a CSV file to the imports."""
    return person.post(f"/imports/{kind}", body=content.encode() if isinstance(content, str) else content,
                       headers={"Content-Type": "text/csv; charset=utf-8"}, **more)


def import_rows(person, kind, rows):
    """Imports these rows, of which every one must be new."""
    told = import_csv(person, kind, table(list(rows[0]), rows)).expect(200).json
    assert told == {"imported": len(rows), "updated": 0, "unchanged": 0}, told
    return rows


class Purse:
    """A sub-unit of the demonstration unit with one budget line and one package, assigned to its officer."""

    def __init__(self, province, ceiling=45_000_000, account="5.1.02.01.01.0024", officer=None, assign=True):
        self.province, self.ceiling = province, ceiling
        self.officer = officer or province.officer
        number, stem = next(NUMBERS), province.unit["code"]
        year = today(province.service).year
        self.unit_code = re.sub(r"\d{4}$", "", stem) + f"{number:04}" if re.search(r"\d{4}$", stem) else f"{stem}.{number:04}"
        self.line_code, self.rup_code = f"JB-{secrets.token_hex(5)}", str(9_000_000_000 - secrets.randbelow(10**9))
        import_rows(province.administrator, "units", [
            {"code": self.unit_code, "name": f"Bagian Uji {number}", "parentCode": stem}])
        import_rows(province.administrator, "budget-lines", [
            {"code": self.line_code, "unitCode": self.unit_code, "year": year, "activityCode": "7.02.01.1.06.0009",
             "account": account, "name": "Belanja uji", "fundSource": "APBD", "version": "murni", "ceiling": ceiling}])
        import_rows(province.administrator, "packages", [
            {"rupCode": self.rup_code, "name": f"Paket uji {number}", "unitCode": self.unit_code, "year": year,
             "budgetLineCodes": self.line_code, "method": "direct", "ceiling": max(ceiling, 200_000_000),
             "announcedOn": f"{year}-01-05", "catalogueResult": "not_found",
             "catalogueEvidence": "Tidak ditemukan di katalog elektronik.", "ownEstimate": 45_000_000}])
        self.line_id = newest(province.buyer, "/budget-lines", "code", self.line_code)["id"]
        self.package = newest(province.buyer, "/packages", "rupCode", self.rup_code)
        self.unit_id = self.package["unitId"]
        if assign:
            self.assign()

    def assign(self):
        self.province.owner.post(f"/packages/{self.package['id']}/assign",
                                 {"commitmentOfficerId": self.officer.id}).expect(200)

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
            "packageId": self.package["id"], "budgetLineId": self.line_id, "vendorId": vendor_id,
            "lines": [{"productId": product, "quantity": quantity} for product, quantity in lines],
            "deliverTo": {"street": "Jalan Kantor 1", "regionCode": self.province.facts["code"] + ".71"},
            "deliverBy": str(today(self.province.service) + timedelta(days=5)), "paymentMode": "LS",
            "comparedPrices": [{"source": "Pasar Raya", "unitPrice": 1_100_000},
                               {"source": "Toko Lain", "unitPrice": 1_150_000}], **changes}
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


# The straight way: transition, who does it, the state that it ends in.
WAY = [
    ("submit", "buyer", "submitted"), ("issue", "officer", "issued"), ("accept", "vendor", "accepted"),
    ("start-delivery", "vendor", "in_fulfilment"), ("arrive", "keeper", "delivered"),
    ("inspect-ok", "officer", "handed_over"), ("invoice", "vendor", "invoiced"),
    ("verify", "checker", "verified_for_payment"), ("request-payment", "treasurer", "payment_requested"),
    ("approve-payment", "owner", "payment_approved"), ("confirm-paid", "treasurer", "paid"),
    ("close", "officer", "closed"),
]


class Purchase:
    """One order and the people around it."""

    def __init__(self, purse, shop, order):
        self.purse, self.shop, self.order = purse, shop, order

    @property
    def id(self):
        return self.order["id"]

    @property
    def path(self):
        return f"/orders/{self.id}"

    def who(self, name):
        if name == "vendor":
            return self.shop.owner
        return self.purse.officer if name == "officer" else getattr(self.purse.province, name)

    def body(self, transition):
        """The smallest right body of this transition, now."""
        day = today(self.purse.province.service)
        mark = secrets.token_hex(4)
        return {
            "issue": {"justification": "Kebutuhan terpisah, harga telah dibandingkan."},
            "start-delivery": {"deliveryNote": f"SJ-{mark}"},
            "invoice": {"number": f"INV-{mark}", "date": str(day),
                        **({"taxInvoiceNumber": "04002500" + str(secrets.randbelow(10**9)).zfill(9)}
                           if self.shop.vendor["vatRegistered"] else {})},
            "confirm-paid": {"reference": f"SP2D-{mark}", "paidOn": str(day),
                             "amount": self.order["totals"]["netToVendor"]},
            "close": REASON,
        }.get(transition, {})

    def step(self, transition, who=None, body=None, **more):
        """Asks for a transition; the answer as it is."""
        by = self.who(who or next((name for step, name, _ in WAY if step == transition), "officer"))
        answer = by.post(f"{self.path}/{transition}", self.body(transition) if body is None else body, **more)
        if answer.status == 200:
            self.order = answer.json
        return answer

    def to(self, state):
        """Goes the straight way until the order is in this state."""
        ends = [end for _, _, end in WAY]
        done = ends.index(self.state) + 1 if self.state in ends else 0
        for transition, _, end in WAY[done:ends.index(state) + 1]:
            self.step(transition).expect(200)
            assert self.state == end, f"{transition} ended in {self.state}"
        return self

    @property
    def state(self):
        return self.order["state"]

    def seen_by(self, name):
        """The order as this person sees it."""
        return self.who(name).get(self.path).expect(200).json
