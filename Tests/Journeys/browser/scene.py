"""A province in the middle of its work: something in every state, so that every page has something to show."""

from journey.inbox import beside, flags, spend
from journey.papers import pdf, upload
from journey.purchase import REASON, WAY
from journey.purse import Purse
from journey.tender import Tender, three_shops
from journey.vendor import PASSWORD, Shop, hand_in, product_body, register


class Scene:
    """What is there to be looked at, and who looks at it."""

    def __init__(self, province):
        self.province = province
        self.shops = three_shops(province)
        self.shop = self.shops[0]
        self.purse = Purse(province, ceiling=200_000_000)
        self.orders = [self.order(end) for _, _, end in WAY]
        self.orders.append(self.purse.order(self.shop, [(self.shop.item["id"], 1)]))
        self.end_otherwise()
        self.needs = [*self.ripening(), self.asking(), self.compared()]
        self.stall()
        self.applicants()
        province.wake()

    @property
    def host(self):
        return self.province.host

    def order(self, state):
        made = self.purse.order(self.shop, [(self.shop.item["id"], 2)], note="Untuk rapat koordinasi.")
        return made.to(state)

    def end_otherwise(self):
        declined = self.order("issued")
        declined.step("decline", "vendor", REASON).expect(200)
        disputed = self.order("handed_over")
        complaint = {**REASON, "subject": "quality", "amount": 100_000}
        disputed.step("open-dispute", "officer", complaint).expect(200)
        self.orders += [declined, disputed]

    def ripening(self):
        """Needs that have not reached a procurement officer."""
        body = {
            "packageId": self.purse.package["id"],
            "budgetLineId": self.purse.line_id,
            "title": "Kertas untuk rapat",
        }
        return [self.purse.officer.post("/needs", body).expect(201).json]

    def asking(self):
        """A need for which offers are still being made."""
        tender = Tender(self.province, self.purse, self.shop.like, title="Meja rapat")
        tender.publish()
        tender.offer(self.shop, 1_150_000)
        return tender.need

    def compared(self):
        """A need whose offers are open."""
        tender = Tender(self.province, Purse(self.province), self.shop.like, title="Kursi rapat")
        tender.publish()
        for place, shop in enumerate(self.shops):
            tender.offer(shop, 1_100_000 + 10_000 * place)
        return tender.close()

    def stall(self):
        """Two orders that look like one that was split."""
        stall = Shop(self.province, vatRegistered=False)
        purse = Purse(self.province, ceiling=200_000_000)
        spend(purse, stall, 45_000_000)
        self.orders.append(spend(beside(purse), stall, 6_000_000, ahead=9))

    def applicants(self):
        """A vendor who has begun, one who waits to be verified, and a product that waits to be looked at."""
        self.beginner, _ = register(self.province)
        waiting, vendor = register(self.province)
        hand_in(waiting, vendor)
        waiting.post(f"/vendors/{vendor['id']}/submit", {}).expect(200)
        product = self.shop.owner.post("/products", product_body(self.shop.like)).expect(201).json
        upload(self.shop.owner, f"/vendors/{self.shop.id}/documents", pdf(), kind="nib")
        self.shop.owner.post(f"/products/{product['id']}/submit", {}).expect(200)

    @property
    def named(self):
        """The pages of single things, which not everybody may see."""
        return [
            *(order.path for order in self.orders),
            *(f"/needs/{need['id']}" for need in self.needs),
            *(f"/flags/{flag['id']}" for flag in flags(self.province)[:3]),
        ]

    def logins(self):
        """Who looks at the pages: one login of each role, the shop that has sold, and one that has just begun."""
        found = {}
        for user in self.province.users:
            found.setdefault("+".join(user["roles"]), user)
        for role in list(found):
            if "+" not in role and not role.startswith("vendor"):
                found[role] = self.province.named(role)
        found["vendor_owner"] = login(self.province, self.shop.owner)
        found["vendor_beginner"] = login(self.province, self.beginner)
        return found


def login(province, owner):
    """What the owner of a vendor signs in with."""
    people = province.people.items()
    return {"email": next(email for email, (_, person) in people if person is owner), "password": PASSWORD}
