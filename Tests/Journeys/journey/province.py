"""A province of the demonstration data and the people in it."""

import threading
from functools import cached_property

from .client import everything

OF_A_UNIT = {
    "procurement_officer",
    "commitment_officer",
    "budget_owner",
    "treasurer",
    "finance_verifier",
    "technical_officer",
    "goods_keeper",
}


def demonstrated(service, slug):
    """The logins of a province in `demo.json`."""
    return next(tenant["users"] for tenant in service.demo["tenants"] if tenant["slug"] == slug)


class Province:
    """One tenant: its host, and its people by role. Sign-ins are made once and kept."""

    def __init__(self, service, slug, users=None):
        self.service, self.slug = service, slug
        self.users = users if users is not None else demonstrated(service, slug)
        self.host = service.host(f"{slug}.localhost")
        self.people, self.lock = {}, threading.Lock()

    @cached_property
    def facts(self):
        """`GET /province`."""
        return self.host.get("/province").expect(200).json

    def sign_in(self, user):
        """This login's person, signed in once and kept."""
        with self.lock:
            if user["email"] not in self.people:
                self.people[user["email"]] = (user, self.host.sign_in(user["email"], user["password"]))
            return self.people[user["email"]][1]

    def wake(self):
        """Signs everybody in anew, after the clock has ended their sessions."""
        for user, person in self.people.values():
            person.token = self.host.sign_in(user["email"], user["password"]).token

    def named(self, role, index=0):
        """The demonstration login of the `index`-th person who has this role and no other."""
        found = [user for user in self.users if user["roles"] == [role]]
        return [user for user in found if role not in OF_A_UNIT or user["unitId"] == self.home][index]

    @cached_property
    def home(self):
        """The id of the unit that has officials of every role."""

        def staffed(unit):
            return {
                role for user in self.users if user.get("unitId") == unit for role in user["roles"]
            } >= OF_A_UNIT

        return next(unit for unit in {user.get("unitId") for user in self.users} if unit and staffed(unit))

    def person(self, role, index=0):
        return self.sign_in(self.named(role, index))

    def double(self):
        """The person who is both procurement_officer and commitment_officer."""
        both = {"procurement_officer", "commitment_officer"}
        return self.sign_in(next(user for user in self.users if both <= set(user["roles"])))

    def vendor(self, vendor_id):
        """The owner of a vendor of the demonstration data."""
        return self.sign_in(
            next(
                user
                for user in self.users
                if user.get("vendorId") == vendor_id and "vendor_owner" in user["roles"]
            )
        )

    @cached_property
    def unit(self):
        """The demonstration unit that has all the officials."""
        units = everything(self.person("auditor"), "/units")
        return next(unit for unit in units if unit["id"] == self.home)

    # The roles that a purchase meets, by what they do in it.
    @property
    def buyer(self):
        return self.person("procurement_officer")

    @property
    def officer(self):
        return self.person("commitment_officer")

    @property
    def owner(self):
        return self.person("budget_owner")

    @property
    def technician(self):
        return self.person("technical_officer")

    @property
    def keeper(self):
        return self.person("goods_keeper")

    @property
    def treasurer(self):
        return self.person("treasurer")

    @property
    def checker(self):
        return self.person("finance_verifier")

    @property
    def administrator(self):
        return self.person("tenant_admin")

    @property
    def verifier(self):
        return self.person("verifier")

    @property
    def auditor(self):
        return self.person("auditor")
