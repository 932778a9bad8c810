"""How long the service takes for its pages, kind by kind, as everybody of a province finds them."""

import statistics
import time

from browser.crawl import Crawl
from journey.page import sign_in

LIMIT = 100
ROUNDS = 15


def page_times(province):
    """(pattern, role, target, milliseconds) of one page of each pattern: the median of some readings."""
    met = set()
    for role, user in {"visitor": None, **{"+".join(user["roles"]): user for user in province.users}}.items():
        cookie = sign_in(province.host, user)[0] if user else None
        crawl = Crawl(province.host, cookie)
        for visit in crawl.visits:
            if visit.pattern not in met:
                met.add(visit.pattern)
                yield visit.pattern, role, reading(crawl, visit.target)


def reading(crawl, target):
    """Milliseconds from sending to the whole answer on a kept-alive connection: the median."""
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        crawl.ask(target).expect(200)
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def print_page_times(province):
    rows = sorted(page_times(province), key=lambda row: -row[2])
    slow = [row for row in rows if row[2] > LIMIT]
    print(f"{len(rows)} kinds of pages; slower than {LIMIT} ms: {len(slow)}; the slowest:")
    for kind, role, milliseconds in slow or rows[:10]:
        print(f"  {milliseconds:6.1f} ms  {kind}  ({role})")
