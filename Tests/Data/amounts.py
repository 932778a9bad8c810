"""Rounding as prices and budgets are rounded in life."""


def step(amount: float) -> int:
    """The unit to which an amount of this size is rounded."""
    for bound, unit in ((1_000, 10), (20_000, 100), (100_000, 500), (1_000_000, 1_000), (10_000_000, 10_000)):
        if amount < bound:
            return unit
    return 50_000


def down(amount: float) -> int:
    unit = step(amount)
    return int(amount // unit) * unit


def up(amount: float) -> int:
    return -int(-amount // step(amount)) * step(amount)


def nearest(amount: float, unit: int) -> int:
    return int(amount / unit + 0.5) * unit
