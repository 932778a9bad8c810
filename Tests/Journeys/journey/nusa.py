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
    """POSTs a tenant file and waits until the tenant is active; the first answer."""
    asked = central.post("/tenants", body=content, headers={"Content-Type": media_type}).expect(202).json
    assert asked["slug"] == "nusa" and asked["steps"], asked

    def state():
        told = central.get("/tenants/nusa").expect(200).json
        assert told["state"] in ("onboarding", "active"), told
        return told["state"] == "active"

    wait_for(state, seconds, "nusa active")
    return asked


class Nusa(Province):
    """The fourth province: its people come by invitation instead of from the demonstration data."""

    def __init__(self, service, central):
        super().__init__(service, "nusa", users=[])
        self.central = central

    def accept(self, token, email):
        """Takes an invitation and is signed in from then on by password."""
        self.host.post(f"/invitations/{token}", {"password": PASSWORD}).expect(200, 201, 204)
        login = {"email": email, "password": PASSWORD}
        person = self.sign_in(login)
        self.users.append({**login, "roles": person.user["roles"], "unitId": person.user.get("unitId")})
        return person

    def first_administrator(self):
        """By the invitation that onboarding made and central administration may hand over once."""
        told = (
            self.central.post("/tenants/nusa/invitations", {"email": "admin@nusa.example"})
            .expect(200, 201)
            .json
        )
        return self.accept(token_of(told), "admin@nusa.example")

    def load(self):
        """Imports all reference data, and invites every official in the file."""
        year = str(today(self.service).year)
        for kind in ("units", "officials", "budget-lines", "packages"):
            text = (FILES / f"{kind}.csv").read_text().replace("{year}", year)
            told = import_csv(self.administrator, kind, text).expect(200).json
            assert told["imported"] == len(text.splitlines()) - 1, told
        for official in everything(self.administrator, "/users"):
            if official["email"] != "admin@nusa.example":
                told = (
                    self.administrator.post(f"/users/{official['id']}/invitations", {}).expect(200, 201).json
                )
                self.accept(token_of(told), official["email"])

    def purse(self):
        """The one package of the files, assigned to its officer."""
        made = Purse.__new__(Purse)
        made.province, made.ceiling, made.officer = self, 30_000_000, self.officer
        made.package = self.buyer.get("/packages").expect(200).json["items"][0]
        made.unit_id, made.line_id = made.package["unitId"], made.package["budgetLineIds"][0]
        made.assign()
        return made


def token_of(told):
    """The token at the end of an invitation's link."""
    return told.get("token") or told["url"].rstrip("/").rsplit("/", 1)[1]
