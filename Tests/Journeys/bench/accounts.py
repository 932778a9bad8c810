"""CPU seconds and memory from the kernel's accounts: the service's and PostgreSQL's apart."""

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


def table():
    """Every process: pid → (parent, name, CPU seconds with its ended children, resident bytes)."""
    found = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            text = (entry / "stat").read_text()
        except OSError:
            continue
        name, rest = text[text.index("(") + 1 : text.rindex(")")], text[text.rindex(")") + 2 :].split()
        seconds = sum(map(int, rest[11:15])) / TICKS
        found[int(entry.name)] = (int(rest[1]), name, seconds, int(rest[21]) * PAGE)
    return found


def family(processes, root):
    """A process and all below it."""
    found, grown = {root}, True
    while grown:
        below = {pid for pid, row in processes.items() if row[0] in found}
        grown = not below <= found
        found |= below
    return found


class Accounts:
    """What a service and its database have used up to now."""

    def __init__(self, service):
        processes = table()
        self.service = processes[service.process.pid][2]
        self.resident = processes[service.process.pid][3]
        postmaster = int((service.cluster / "postmaster.pid").read_text().split()[0])
        self.database = sum(processes[pid][2] for pid in family(processes, postmaster))

    def since(self, earlier):
        """(service, database) CPU seconds between two readings."""
        return self.service - earlier.service, self.database - earlier.database
