"""Reads the committed word lists beside this file."""

import csv
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lists"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """All rows of lists/<name>.csv in file order."""
    with open(FOLDER / f"{name}.csv", encoding="utf-8", newline="") as file:
        listed = tuple(csv.DictReader(file))
    for row in listed:
        assert None not in row and None not in row.values(), f"{name}: as many cells as the header: {row}"
    return listed


@cache
def by_key(name: str, key: str) -> dict[str, dict[str, str]]:
    """The rows of a list by one of its columns."""
    return {row[key]: row for row in rows(name)}


@cache
def sentences(name: str) -> tuple[str, ...]:
    """The lines of lists/<name>.txt."""
    return tuple((FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines())


def split(text: str) -> list[str]:
    """The members of a cell that holds a list."""
    return text.split("|") if text else []
