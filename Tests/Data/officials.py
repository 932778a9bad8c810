"""A province's offices and the people who work in them."""

import random

import identities
from provinces import Province
from wordlists import by_key, rows, split

DEMONSTRATION_TEAM = (
    "budget_owner", "commitment_officer", "commitment_officer", "procurement_officer", "procurement_officer",
    "procurement_officer|commitment_officer", "treasurer", "treasurer", "finance_verifier",
    "technical_officer", "technical_officer", "goods_keeper",
)
OFFICE_TEAM = (
    "budget_owner", "commitment_officer", "procurement_officer", "treasurer", "finance_verifier",
    "technical_officer", "goods_keeper",
)
SMALL_OFFICE_TEAM = (
    "budget_owner|commitment_officer", "procurement_officer", "treasurer", "finance_verifier",
    "technical_officer", "goods_keeper",
)
BRANCH_TEAM = ("technical_officer",)
PROVINCE_TEAM = (
    "tenant_admin", "tenant_admin", "rule_approver", "rule_approver", "verifier", "verifier", "verifier",
    "auditor", "auditor",
)

HEAD_DEGREES = (", S.Sos., M.Si.", ", S.E., M.M.", ", S.H., M.H.", ", S.T., M.T.", ", S.Pd., M.Pd.")
STAFF_DEGREES = ("", "", ", S.E.", ", S.Sos.", ", S.Kom.", ", A.Md.", ", S.A.P.", ", S.T.")
CERTIFIED = ("commitment_officer", "procurement_officer")


def teams(province: Province) -> list[tuple[str, str]]:
    """(roles, unit code) of every official in the order of the file."""
    places: list[tuple[str, str]] = []
    roots = 0
    for unit in rows(f"units-{province.slug}"):
        if unit["parentCode"]:
            team = BRANCH_TEAM
        else:
            roots += 1
            team = DEMONSTRATION_TEAM if roots == 1 else SMALL_OFFICE_TEAM if roots == 4 else OFFICE_TEAM
        places += [(roles, unit["code"]) for roles in team]
    return places + [(roles, "") for roles in PROVINCE_TEAM]


class People:
    """Draws names that no two people of a province share."""

    def __init__(self, province: Province, rng: random.Random):
        own = [row for row in rows("names") if row["province"] == province.slug]
        lists = {row["kind"]: split(row["names"]) for row in own}
        self.given = {sex: rng.sample(lists[sex], len(lists[sex])) * 3 for sex in "MF"}
        self.families = rng.sample(lists["family"], len(lists["family"])) * 4
        self.taken: set[str] = {row["ownerName"] for row in rows(f"vendors-{province.slug}")}

    def draw(self, sex: str) -> str:
        while True:
            name = f"{self.given[sex].pop()} {self.families.pop()}"
            if name not in self.taken and len(set(name.split())) == len(name.split()):
                self.taken.add(name)
                return name


def certificate(rng: random.Random, roles: str) -> dict[str, object]:
    if not any(role in CERTIFIED for role in split(roles)):
        return {}
    issued = rng.randrange(2023, 2027)
    until = f"{issued + 5}-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}"
    return {
        "certificateNumber": f"PBJ-{issued}-{rng.randrange(10_000, 99_999)}",
        "certificateUntil": until,
    }


def officials(province: Province) -> list[dict[str, object]]:
    rng = random.Random(f"{province.slug}/officials")
    people = People(province, rng)
    nips: set[str] = set()
    listed = []
    for roles, unit in teams(province):
        sex = rng.choice("MF")
        head = roles.startswith(("budget_owner", "rule_approver"))
        name = people.draw(sex)
        nip = identities.nip(rng, 1969 if head else 1972, 1978 if head else 1996, sex)
        assert nip not in nips
        nips.add(nip)
        listed.append({
            "email": f"{name.lower().replace(' ', '.')}@{province.slug}.example",
            "name": name + rng.choice(HEAD_DEGREES if head else STAFF_DEGREES),
            "nip": nip, "roles": roles, "unitCode": unit or None, **certificate(rng, roles),
        })
    return listed


def units(province: Province) -> list[dict[str, object]]:
    return [
        {"code": unit["code"], "name": unit["name"], "parentCode": unit["parentCode"] or None}
        for unit in by_key(f"units-{province.slug}", "code").values()
    ]
