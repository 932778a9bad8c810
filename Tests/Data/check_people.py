"""Officials: numbers, roles and the team that the demonstration needs."""

import datetime
from collections import Counter
from collections.abc import Iterator

from tables import Row

TENANT_WIDE = {"auditor", "verifier", "tenant_admin", "rule_approver"}
CERTIFIED = {"commitment_officer", "procurement_officer"}
FEWEST_OF_ROLE = {
    "budget_owner": 4, "commitment_officer": 4, "technical_officer": 4, "procurement_officer": 4,
    "treasurer": 4, "finance_verifier": 4, "goods_keeper": 4, "auditor": 2, "verifier": 2, "tenant_admin": 2,
    "rule_approver": 2,
}
DEMONSTRATION_TEAM = {
    "budget_owner": 1, "commitment_officer": 2, "procurement_officer": 2, "treasurer": 2,
    "finance_verifier": 1, "technical_officer": 1, "goods_keeper": 1,
    "procurement_officer|commitment_officer": 1,
}


def nip_error(nip: str) -> str | None:
    """Why a civil servant's number cannot be, or None."""
    try:
        born = datetime.date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        return "birth date"
    started, month = int(nip[8:12]), int(nip[12:14])
    if not 1 <= month <= 12:
        return "month of appointment"
    if not 18 <= started - born.year <= 35:
        return "age at appointment"
    if nip[14] not in "12":
        return "sex"
    return "serial" if nip[15:] == "000" else None


def findings(files: dict[str, list[Row]]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    first = files["units"][0]["code"]
    team = Counter(row["roles"] for row in files["officials"] if row["unitCode"] == first)
    for row in files["officials"]:
        roles = set(row["roles"].split("|"))
        counts.update(roles)
        if error := nip_error(row["nip"]):
            yield f"officials: {row['email']}: {error} in {row['nip']}"
        wide = roles & TENANT_WIDE
        if bool(wide) == bool(row["unitCode"]) or (wide and wide != roles):
            yield f"officials: {row['email']}: {row['roles']} with unit {row['unitCode']!r}"
        certified = bool(row["certificateNumber"]) and bool(row["certificateUntil"])
        if certified != bool(roles & CERTIFIED):
            yield f"officials: {row['email']}: certificate of {row['roles']}"
    for role, fewest in FEWEST_OF_ROLE.items():
        if counts[role] < fewest:
            yield f"officials: only {counts[role]} of {role}"
    for roles, fewest in DEMONSTRATION_TEAM.items():
        if team[roles] < fewest:
            yield f"officials: {first} has only {team[roles]} of {roles}"
