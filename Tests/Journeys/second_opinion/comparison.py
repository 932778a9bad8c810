"""The command's answers beside the second opinion."""

import itertools
import json
import subprocess

from journey.service import BINARY, QUIET, TENANTS

from .orders import Orders
from .reckoning import second_opinion

# Every setting with each of its values; the last pairs take turns, so that all values meet within one round.
COLLECTORS = [{"tax.collector": word} for word in ("TREASURER", "PLATFORM")]
BASES = [{"tax.ppn_threshold_basis": word} for word in ("EX", "GROSS")]
CROSSINGS = [{"tax.umkm_crossing": word} for word in ("SPLIT", "FULL", "REVIEW")]
OTHERS = [
    {"tax.no_npwp_policy": policy, "tax.pbjt_in_wht_base": within, "order.cap_gross": cap}
    for policy, within, cap in (
        ("SURCHARGE", "true", "50000000"),
        ("REVIEW", "false", "50000000"),
        ("SURCHARGE", "false", "20000000"),
        ("REVIEW", "true", "49999999"),
    )
]


def settings():
    """Combinations of settings, without end: after twelve each of the first three stood beside each other."""
    first = [{**a, **b, **c} for a in COLLECTORS for b in BASES for c in CROSSINGS]
    for round_number in itertools.count():
        for number, chosen in enumerate(first):
            yield {**chosen, **OTHERS[(number + number // 4 + round_number) % len(OTHERS)]}


def answers(orders, chosen, tenant="sumbar"):
    """What the command answers to these orders, one process for all."""
    sets = [part for name, value in chosen.items() for part in ("--set", f"{name}={value}")]
    command = [str(BINARY), "rules", "decide", "--lines", "--tenant", str(TENANTS / tenant / "tenant.yaml")]
    done = subprocess.run(
        [*command, *sets],
        input="".join(json.dumps(order) + "\n" for order in orders).encode(),
        capture_output=True,
        cwd=TENANTS.parent,
        env=QUIET,
        timeout=280,
    )
    assert not done.stderr, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.splitlines()]


def as_told(answer):
    """The command's answer in the words of the second opinion; None where it decided nothing."""
    if "errors" in answer:
        return None
    severities = {one["code"]: one["severity"] for one in answer["violations"]}
    taxes = [
        (tax["code"], tax["amount"], tax["collectedBy"], tuple(tax["lines"]))
        for tax in answer["taxes"]
        if tax["amount"]
    ]
    return {
        **answer["totals"],
        "evidenceForm": answer["evidenceForm"],
        "taxes": sorted(taxes),
        "ORDER_CAP": severities.get("ORDER_CAP") == "block",
        "EVIDENCE_FORM": severities.get("EVIDENCE_FORM") == "block",
        "ADDENDUM_LIMIT": severities.get("ADDENDUM_LIMIT") == "block",
        "TAX1": severities.get("TAX1") == "warn",
        "REVIEW_REQUIRED": severities.get("REVIEW_REQUIRED") == "hold",
    }


def disagreements(count, seed, rounds):
    """Order, settings, what was told and what is held against it, wherever the two differ."""
    orders = iter(Orders(seed))
    share, found, compared = -(-count // rounds), [], 0
    for chosen in itertools.islice(settings(), rounds):
        batch = list(itertools.islice(orders, share))
        told = answers(batch, chosen)
        assert len(told) == len(batch)
        compared += len(batch)
        for order, answer in zip(batch, told):
            right, mine = as_told(answer), second_opinion(order, chosen)
            if right != mine:
                found.append((order, chosen, right, mine))
    return compared, found
