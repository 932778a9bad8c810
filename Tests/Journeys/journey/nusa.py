"""A fourth province that no file of the product knows: invented here, onboarded over the API."""

import time
from pathlib import Path

from .client import everything
from .province import Province
from .purchase import today
from .purse import Purse
from .tables import import_csv

FILES = Path(__file__).resolve().parents[1] / "data" / "nusa"
PASSWORD = "Cenderawasih-terbang-tinggi-94"


def wait_for(probe, seconds, what):
    """The first true answer of `probe`, asked again and again for so many seconds."""
    end = time.monotonic() + seconds
    while True:
        told = probe()
        if told:
            return told
        assert time.monotonic() < end, f"not within {seconds} s: {what}"
        time.sleep(0.05)


def onboard(central, content, media_type, seconds=60):
    """POSTs a tenant file and waits until the operation is done; what the operation tells then."""
    asked = central.post("/tenants", body=content, headers={"Content-Type": media_type}).expect(202).json
    assert asked["slug"] == "nusa" and asked["state"] and "steps" in asked, asked

    def done():
        told = central.get(f"/operations/{asked['operationId']}").expect(200).json
        assert told["tenant"] == "nusa" and told["state"] != "failed", told
        return told["state"] == "done" and told

    told = wait_for(done, seconds, "nusa onboarded")
    assert told["steps"] and all(step["name"] and step["state"] == "done" for step in told["steps"]), told
    assert central.get("/tenants/nusa").expect(200).json["state"] == "active"
    return told


class Nusa(Province):
    """The fourth province: its people come by invitation instead of from the demonstration data."""

    def __init__(self, service, central):
        super().__init__(service, "nusa", users=[])
        self.central = central

    def accept(self, link, email):
        """Takes an invitation and is signed in from then on by password."""
        self.host.post(f"/invitations/{link.rsplit('/', 1)[1]}", {"password": PASSWORD}).expect(200)
        login = {"email": email, "password": PASSWORD}
        person = self.sign_in(login)
        self.users.append({**login, "roles": person.user["roles"], "unitId": person.user.get("unitId")})
        return person

    def first_administrator(self, operation):
        """By the invitation that onboarding brought forth."""
        invitation = operation["result"]["invitation"]
        return self.accept(invitation["url"], invitation["email"])

    def load(self):
        """Imports all reference data, and invites every official in the file."""
        year = str(today(self.service).year)
        for kind in ("units", "officials", "budget-lines", "packages"):
            text = (FILES / f"{kind}.csv").read_text().replace("{year}", year)
            told = import_csv(self.administrator, kind, text).expect(200).json
            assert told["imported"] == len(text.splitlines()) - 1, told
        for user in everything(self.administrator, "/users"):
            if "tenant_admin" not in user["roles"]:
                told = self.administrator.post(f"/users/{user['id']}/invitation").expect(201).json
                self.accept(told["url"], user["email"])

    def purse(self):
        """The one package of the files, assigned to its officer."""
        made = Purse.__new__(Purse)
        made.province, made.ceiling, made.officer = self, 30_000_000, self.officer
        made.package = self.buyer.get("/packages").expect(200).json["items"][0]
        made.unit_id, made.line_id = made.package["unitId"], made.package["budgetLineIds"][0]
        made.assign()
        return made
