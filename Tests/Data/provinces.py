"""What differs between the three shipped provinces, besides the word lists."""

from dataclasses import dataclass

YEARS = (2026, 2027)


@dataclass(frozen=True)
class Province:
    slug: str
    region: str
    """Two digits of the region code."""
    seat: str
    """Where deliveries mostly go, as a reader of an evidence text knows it."""
    banks: tuple[str, ...]
    """Bank codes, repeated by weight."""
    tax_offices: dict[str, tuple[str, ...]]
    """Three digits of the tax office by regency, the province's two digits for all others."""
    funds: tuple[str, ...]
    price_factors: dict[str, float]
    """Price level against Jakarta by kind of goods; goods of the province's own list keep their price."""


DKI = Province(
    slug="dki", region="31", seat="Jakarta",
    banks=("111",) * 6 + ("002",) * 4 + ("008", "008", "009", "014", "014", "451", "200"),
    tax_offices={
        "31.71": ("021", "023", "024", "026", "027"), "31.72": ("041", "043", "044", "046"),
        "31.73": ("031", "032", "034", "035", "036"), "31.74": ("011", "013", "014", "015", "017"),
        "31.75": ("001", "002", "003", "004", "009"),
    },
    funds=("Pendapatan Asli Daerah",) * 4 + ("Dana Bagi Hasil",),
    price_factors={},
)

SUMBAR = Province(
    slug="sumbar", region="13", seat="Kota Padang",
    banks=("118",) * 8 + ("002",) * 5 + ("008", "009", "014", "451", "451"),
    tax_offices={
        "13": ("201",), "13.75": ("202",), "13.04": ("202",), "13.06": ("202",), "13.02": ("203",),
        "13.72": ("203",), "13.73": ("203",), "13.76": ("204",), "13.07": ("204",),
    },
    funds=("Pendapatan Asli Daerah",) * 2 + ("Dana Alokasi Umum",) * 3 + ("Dana Bagi Hasil",),
    price_factors={"goods": 1.03, "made": 0.98, "service": 0.88, "meal": 0.86, "food": 0.98},
)

GORONTALO = Province(
    slug="gorontalo", region="75", seat="Kota Gorontalo",
    banks=("127",) * 8 + ("002",) * 6 + ("008", "009", "451"),
    tax_offices={"75": ("822",)},
    funds=("Pendapatan Asli Daerah",) * 1 + ("Dana Alokasi Umum",) * 4 + ("Dana Bagi Hasil",),
    price_factors={"goods": 1.12, "made": 1.06, "service": 0.9, "meal": 0.88, "food": 1.02},
)

ALL = (DKI, SUMBAR, GORONTALO)
