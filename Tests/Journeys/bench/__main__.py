"""`python -m bench [--seconds N] [--year ORDERS]`: starts a service with demonstration data and prints a table."""

import argparse
import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from journey.client import everything  # noqa: E402
from journey.province import Province  # noqa: E402
from journey.service import Service  # noqa: E402
from journey.vendor import Shop  # noqa: E402

from .accounts import Accounts  # noqa: E402
from .load import measure  # noqa: E402
from .pages import print_page_times  # noqa: E402
from .plan import Plan  # noqa: E402


def main():
    """Prints memory, start-up times and the table of work."""
    options = argparse.ArgumentParser(prog="deploy/bench")
    options.add_argument("--seconds", type=int, default=10)
    options.add_argument("--year", type=int, metavar="ORDERS", help="a year of so many orders in each province first")
    chosen = options.parse_args()
    service = Service("--demo", "year", "--orders", chosen.year) if chosen.year else Service()
    try:
        report(service, chosen.seconds, chosen.year)
    finally:
        service.remove()


def report(service, seconds, year):
    """Start, second start, idle memory, then each kind of work in turn."""
    first = service.start(timeout=14_400 if year else 600)
    service.stop()
    second = service.start()
    time.sleep(5)
    what = f"a year of {year} orders in each" if year else "demonstration data"
    print(f"{f'first start with three provinces and {what}':56} {first:6.1f} s")
    print(f"second start                                             {second:6.1f} s")
    print(
        f"resident memory of the service, idle                     {Accounts(service).resident / 2**20:6.1f} MiB"
    )
    province = Province(service, service.demo["tenants"][0]["slug"])
    rows = [reading.row() for reading in work(service, province, seconds)]
    if year:
        rows += [reading.row() for reading in reading_a_year(service, province, seconds)]
    header = ["work", "requests/s", "CPU s/1000 service", "CPU s/1000 PostgreSQL", "not 2xx"]
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]
    for row in [header, *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)))
    print_page_times(province)
    load = os.getloadavg()
    print(f"load average {load[0]:.1f}; {os.cpu_count()} cores; wrk runs on the same cores")


def work(service, province, seconds):
    """R1, R2, W1 and P1 of the yardsticks, over kept-alive HTTPS."""
    host = f"{province.slug}.localhost"
    product = everything(province.buyer, "/products")[0]
    shop = Shop(province)
    shop.item = shop.product(price=100)
    many, one = Plan(province, lines=50), Plan(province, lines=1)
    buyer = {"Authorization": f"Bearer {province.buyer.token}", "Content-Type": "application/json"}
    placed = province.buyer.post("/orders", many.orders(shop)[0]).expect(201).json
    category = f"/api/v1/products?category={product['category']}&limit=20"
    yield measure(service, "R1 catalogue, 20 rows", host, category, seconds)
    yield measure(service, "R2 one order", host, f"/api/v1/orders/{placed['id']}", seconds, headers=buyer)
    for name, plan in (("W1 order, submitted, 50 budget lines", many), ("W1 order, submitted, one budget line", one)):
        bodies = [json.dumps(order) for order in plan.orders(shop)]
        yield measure(service, name, host, "/api/v1/orders", seconds, "POST", buyer, bodies)
    yield measure(service, "P1 catalogue page", host, "/", seconds)


def reading_a_year(service, province, seconds):
    """What an auditor reads of a year: lists, and an order with all that has happened to it."""
    host = f"{province.slug}.localhost"
    auditor = {"Authorization": f"Bearer {province.auditor.token}"}
    closed = province.auditor.get("/orders", state="closed", limit=1).expect(200).json["items"][0]["id"]
    for name, path in (
        ("R2 an order of the year, closed", f"/orders/{closed}"),
        ("the newest 20 orders", "/orders?limit=20"),
        ("20 closed orders", "/orders?state=closed&limit=20"),
        ("20 flags", "/flags?limit=20"),
    ):
        yield measure(service, name, host, f"/api/v1{path}", seconds, headers=auditor)


if __name__ == "__main__":
    main()
