"""The way of an order from draft to closed, and who takes each step."""

import secrets
from datetime import datetime, timedelta, timezone

from .client import CLOCKS

REASON = {"reason": "Sesuai kebutuhan dinas."}


# Hours by which the clocks of a zone are ahead of UTC.
ZONES = {"Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9}


def day_of(province):
    """The province's own day."""
    return today(province.service, ZONES[province.facts["timeZone"]])


def today(service, hours=7):
    """The service's day in western Indonesia; every purchase is made well inside it or its neighbours."""
    moved = CLOCKS.get(service.demo["ports"]["https"])
    if moved:
        told = datetime.fromisoformat(moved.replace("Z", "+00:00"))
        return told.astimezone(timezone(timedelta(hours=hours))).date()
    given = [
        arguments for name, arguments in zip(service.arguments, service.arguments[1:]) if name == "--now"
    ]
    return (
        datetime.fromisoformat(given[0]).date()
        if given
        else datetime.now(timezone(timedelta(hours=hours))).date()
    )


# The straight way: transition, who does it, the state that it ends in.
WAY = [
    ("submit", "buyer", "submitted"),
    ("issue", "officer", "issued"),
    ("accept", "vendor", "accepted"),
    ("start-delivery", "vendor", "in_fulfilment"),
    ("arrive", "keeper", "delivered"),
    ("inspect-ok", "officer", "handed_over"),
    ("invoice", "vendor", "invoiced"),
    ("verify", "checker", "verified_for_payment"),
    ("request-payment", "treasurer", "payment_requested"),
    ("approve-payment", "owner", "payment_approved"),
    ("confirm-paid", "treasurer", "paid"),
    ("close", "officer", "closed"),
]

# The steps of a part that is paid by itself.
PART_WAY = [
    ("invoice", "vendor"),
    ("verify", "checker"),
    ("request-payment", "treasurer"),
    ("approve-payment", "owner"),
    ("confirm-paid", "treasurer"),
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
            "invoice": {
                "number": f"INV-{mark}",
                "date": str(day),
                **(
                    {"taxInvoiceNumber": "04002500" + str(secrets.randbelow(10**9)).zfill(9)}
                    if self.shop.vendor["vatRegistered"]
                    else {}
                ),
            },
            "confirm-paid": {
                "reference": f"SP2D-{mark}",
                "paidOn": str(day),
                "amount": self.order["due"]["netToVendor"],
            },
            "close": REASON,
        }.get(transition, {})

    def step(self, transition, who=None, body=None, **more):
        """Asks for a transition; the answer as it is."""
        by = self.who(who or next((name for step, name, _ in WAY if step == transition), "officer"))
        answer = by.post(f"{self.path}/{transition}", self.body(transition) if body is None else body, **more)
        if answer.status == 200:
            self.order = answer.json
        return answer

    def part(self, number):
        """A part of the order as it was handed over."""
        return next(part for part in self.order["parts"] if part["part"] == number)

    def part_body(self, number, transition):
        """The smallest right body of a part's step, now."""
        body = self.body(transition)
        if transition == "query":
            return REASON
        if transition == "confirm-paid":
            body["amount"] = self.part(number)["totals"]["netToVendor"]
        return body

    def part_step(self, number, transition, who, body=None):
        """Asks for a step of one part's payment; the answer as it is."""
        path = f"{self.path}/parts/{self.part(number)['id']}/{transition}"
        answer = self.who(who).post(path, self.part_body(number, transition) if body is None else body)
        if answer.status == 200:
            self.order = answer.json
        return answer

    def pay_part(self, number):
        """Takes one part from handover to payment."""
        for transition, who in PART_WAY:
            self.part_step(number, transition, who).expect(200)

    def to(self, state):
        """Goes the straight way until the order is in this state."""
        if state == self.state:
            return self
        ends = [end for _, _, end in WAY]
        done = ends.index(self.state) + 1 if self.state in ends else 0
        for transition, _, end in WAY[done : ends.index(state) + 1]:
            self.step(transition).expect(200)
            assert self.state == end, f"{transition} ended in {self.state}"
        return self

    @property
    def state(self):
        return self.order["state"]

    def seen_by(self, name):
        """The order as this person sees it."""
        return self.who(name).get(self.path).expect(200).json
