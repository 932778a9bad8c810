"""Procurement packages of a year and the budget lines that carry them."""

import datetime
import random
from dataclasses import dataclass, field

import identities
from amounts import nearest
from provinces import YEARS, Province
from wordlists import by_key, rows, sentences, split

MILLION = 1_000_000
TWICE_IN_FIRST_UNIT = (
    "meeting_meals", "meeting_meals", "meeting_meals", "meeting_meals", "catering", "stationery", "paper",
    "printing", "computer_supplies", "souvenir", "packaged_food", "crafts",
)
IN_EVERY_UNIT = ("meeting_meals", "stationery")


@dataclass
class Package:
    unit: dict[str, str]
    plan: dict[str, str]
    """The row of lists/packages.csv."""
    name: str
    method: str
    ceiling: int
    shares: dict[str, int] = field(default_factory=dict)
    """Budget line → the part of the ceiling that it carries."""


def plans_of(unit: dict[str, str], first: bool, rng: random.Random) -> list[dict[str, str]]:
    """Which kinds of packages a unit has in a year."""
    by_category: dict[str, list[dict[str, str]]] = {}
    for plan in rows("packages"):
        by_category.setdefault(plan["category"], []).append(plan)
    if first:
        categories = list(by_category) + list(TWICE_IN_FIRST_UNIT)
    else:
        others = [code for code in by_category if code not in IN_EVERY_UNIT and code != "duty_stamps"]
        categories = list(IN_EVERY_UNIT) + rng.sample(others, 4 if not unit["parentCode"] else 3)
    seen: dict[str, int] = {}
    plans = []
    for category in categories:
        turn = seen[category] = seen.get(category, -1) + 1
        plans.append(by_category[category][turn % len(by_category[category])])
    return plans


def method_of(rng: random.Random, first: bool) -> tuple[str, int]:
    """How a package is bought, and how many times the usual size it is."""
    draw = rng.random()
    if first or draw < 0.9:
        return "direct", 1
    return ("small_tender", 4) if draw < 0.97 else ("exempted", 2)


def line_code(year: int, unit: dict[str, str], plan: dict[str, str]) -> str:
    return f"{year}-{unit['short']}-{plan['activity'][5:]}-{plan['account'][-4:]}"


def packages_of(province: Province, year: int) -> list[Package]:
    listed = []
    for index, unit in enumerate(rows(f"units-{province.slug}")):
        rng = random.Random(f"{province.slug}/packages/{year}/{unit['short']}")
        names: set[str] = set()
        plans = plans_of(unit, index == 0, rng)
        meals = next(plan for plan in plans if plan["category"] == "meeting_meals")
        for plan in plans:
            choices = [
                pattern.format(subject=subject)
                for pattern in split(plan["names"]) for subject in split(unit["subjects"])
            ]
            name = rng.choice([choice for choice in dict.fromkeys(choices) if choice not in names])
            names.add(name)
            method, times = method_of(rng, index == 0)
            millions = rng.uniform(int(plan["low"]), int(plan["high"])) * times
            package = Package(unit, plan, name, method, nearest(millions * MILLION, 100_000))
            package.shares[line_code(year, unit, plan)] = package.ceiling
            if plan["category"] == "catering" and index % 2 == 0:
                half = nearest(package.ceiling * 0.4, 100_000)
                package.shares[line_code(year, unit, plan)] -= half
                package.shares[line_code(year, unit, meals)] = half
            listed.append(package)
    return listed


def evidence(rng: random.Random, province: Province, package: Package, announced: datetime.date) -> str:
    searched = announced - datetime.timedelta(days=rng.randrange(1, 8))
    month = {1: "Januari", 11: "November", 12: "Desember"}[searched.month]
    return rng.choice(sentences("evidence")).format(
        date=f"{searched.day} {month} {searched.year}", keyword=package.plan["keyword"], city=province.seat)


def package_rows(province: Province, year: int, packages: list[Package]) -> list[dict[str, object]]:
    rng = random.Random(f"{province.slug}/rup/{year}")
    start = {2026: 60, 2027: 67}[year] * MILLION + int(province.region) * 10_000
    codes = sorted(rng.sample(range(start, start + 9_000), len(packages)))
    listed = []
    for code, package in zip(codes, packages):
        announced = identities.day_between(rng, datetime.date(year - 1, 12, 3), datetime.date(year, 1, 29))
        listed.append({
            "rupCode": str(code), "name": package.name, "unitCode": package.unit["code"], "year": year,
            "budgetLineCodes": list(package.shares), "method": package.method, "ceiling": package.ceiling,
            "announcedOn": announced.isoformat(), "catalogueResult": "not_found",
            "catalogueEvidence": evidence(rng, province, package, announced),
            "ownEstimate": nearest(package.ceiling * rng.uniform(0.9, 0.985), 10_000),
        })
    return listed


def line_rows(province: Province, year: int, packages: list[Package]) -> list[dict[str, object]]:
    rng = random.Random(f"{province.slug}/lines/{year}")
    carried: dict[str, int] = {}
    lines: dict[str, dict[str, object]] = {}
    for package in packages:
        own = line_code(year, package.unit, package.plan)
        lines.setdefault(own, {
            "code": own, "unitCode": package.unit["code"], "year": year,
            "activityCode": f"{package.unit['field']}.{package.plan['activity']}",
            "account": package.plan["account"],
            "name": by_key("accounts", "account")[package.plan["account"]]["name"],
        })
        for code, share in package.shares.items():
            carried[code] = carried.get(code, 0) + share
    versions = ("murni",) * 6 + ("pergeseran", "perubahan") if year == YEARS[0] else ("murni",)
    for code, line in lines.items():
        room = carried[code] * rng.uniform(1.04, 1.22)
        line["fundSource"] = rng.choice(province.funds)
        line["version"] = rng.choice(versions)
        line["ceiling"] = max(nearest(room + 250_000, 500_000), 10 * MILLION)
    return list(lines.values())


def budget(province: Province) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """The rows of budget-lines.csv and packages.csv."""
    lines: list[dict[str, object]] = []
    listed: list[dict[str, object]] = []
    for year in YEARS:
        packages = packages_of(province, year)
        lines += line_rows(province, year, packages)
        listed += package_rows(province, year, packages)
    return lines, listed
