"""A need for which vendors are asked for sealed offers, on the service whose clock the tests move."""

from datetime import datetime, timedelta, timezone

from .vendor import Shop

QUANTITY = 12


def instant(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def advance(province, seconds):
    """Moves the clock; whatever has fallen due is done when this returns."""
    told = province.service.administrator().post("/clock", {"advanceSeconds": int(seconds)}).expect(200).json
    province.wake()
    return instant(told["now"])


def day_of(moment):
    return moment.astimezone(timezone(timedelta(hours=7))).date()


class Tender:
    """A need of a purse in the hands of the first procurement officer."""

    def __init__(self, province, purse, like, **changes):
        self.province, self.purse, self.like = province, purse, like
        self.now = advance(province, 1)
        body = {
            "packageId": purse.package["id"],
            "budgetLineId": purse.line_id,
            "title": changes.pop("title", "Kebutuhan penawaran"),
        }
        self.need = purse.officer.post("/needs", body).expect(201).json
        self.prepare(**changes)
        self.step(purse.officer, "dispatch", {"officerId": province.buyer.id}).expect(200)

    @property
    def path(self):
        return f"/needs/{self.need['id']}"

    def step(self, person, word, body):
        return person.post(f"{self.path}/{word}", body)

    def body(self, **changes):
        whole = {
            "specification": "Sesuai contoh.",
            "category": self.like["category"],
            "quantity": QUANTITY,
            "unitOfMeasure": "buah",
            "neededOn": str(day_of(self.now) + timedelta(days=30)),
            "deliverTo": {"street": "Jalan Kantor 1", "regionCode": self.province.facts["code"] + ".71"},
            "ownEstimate": 15_000_000,
            "estimateBasis": "Survei harga tiga toko.",
            **changes,
        }
        return {name: value for name, value in whole.items() if value is not None}

    def prepare(self, **changes):
        return self.step(self.purse.officer, "prepare", self.body(**changes)).expect(200)

    def publish(self, **body):
        self.need = self.step(self.province.buyer, "publish-rfo", body).expect(200).json
        return self.need

    def offer(self, shop, price, **changes):
        body = {
            "unitPrice": price,
            "priceIncludesVat": False,
            "deliveryDays": 5,
            "productId": shop.item["id"],
            **changes,
        }
        body = {name: value for name, value in body.items() if value is not None}
        return shop.owner.post(f"{self.path}/offers", body)

    def close(self):
        """Lets the deadline come; the need afterwards."""
        left = instant(self.need["request"]["deadline"]) - advance(self.province, 1)
        advance(self.province, max(left.total_seconds(), 0) + 1)
        return self.read()

    def read(self):
        self.need = self.province.auditor.get(self.path).expect(200).json
        return self.need

    def offers(self, person=None):
        return (person or self.province.buyer).get(f"{self.path}/offers", limit=100).expect(200).json["items"]


def three_shops(province):
    """Three shops, each with one listed product of the same price."""
    advance(province, 1)
    made = [Shop(province) for _ in range(3)]
    for shop in made:
        shop.item = shop.product(price=1_200_000)
    return made
