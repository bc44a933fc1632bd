"""Writes ../../../../core/src/test/resources/golden/liquidation.csv: positions in contracts and
the exact prices at which they are liquidated.

    python liquidation.py

Plain fractions. The maintenance margin is the sum of what each slice of the notional asks for, so
that no deduction is needed; the root is found between the breakpoints of that line. Two rows are
the examples that Binance prints with its formula (How to Calculate Liquidation Price of USD-M
Futures Contracts); the script stops unless it comes to the printed prices.
"""

from fractions import Fraction as F
from math import ceil, floor
from pathlib import Path

TARGET = Path(__file__).resolve().parents[4] / "core/src/test/resources/golden/liquidation.csv"

# caps of the slices, and the maintenance rate in each and above the last
TABLES = dict(
    btc=(
        [50_000, 250_000, 1_000_000, 10_000_000, 20_000_000, 50_000_000, 100_000_000, 200_000_000,
         300_000_000],
        ["0.004", "0.005", "0.01", "0.025", "0.05", "0.1", "0.125", "0.15", "0.25", "0.5"],
    ),
    eth=(
        [10_000, 100_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000],
        ["0.005", "0.0065", "0.01", "0.02", "0.05", "0.1", "0.125", "0.15", "0.25"],
    ),
    flat=([], ["0.005"]),
)


def maintenance(table, notional):
    caps, rates = TABLES[table]
    sum_, below = F(0), F(0)
    for cap, rate in zip(caps + [None], rates):
        top = notional if cap is None else min(notional, F(cap))
        sum_ += max(F(0), top - below) * F(rate)
        below = F(cap) if cap is not None else below
    return sum_


def surplus(table, side, cost, backing, notional):
    return backing + side * (notional - cost) - maintenance(table, notional)


def root(table, side, cost, backing):
    """Notional at which nothing is left, None where there is none above 0."""
    left = F(0)
    here = surplus(table, side, cost, backing, left)
    if (here >= 0) == (side > 0):
        return None if side > 0 else F(0)
    points = [F(cap) for cap in TABLES[table][0]]
    points.append(max(points + [F(0)]) * 2 + abs(cost) * 8 + abs(backing) * 8 + 1)
    for right in points:
        there = surplus(table, side, cost, backing, right)
        if (there >= 0) == (side > 0):
            return left + (right - left) * here / (here - there)
        left, here = right, there
    raise ValueError("no root")


def price(table, qty, cost, backing, tick):
    qty, tick = F(qty), F(tick)
    side = 1 if qty > 0 else -1
    at = root(table, side, F(cost), backing)
    if at is None:
        return None, None
    exact = at / abs(qty)
    steps = ceil(exact / tick) if side > 0 else floor(exact / tick)
    return exact, steps * tick


def text(value):
    digits = F(value) * 10**8
    assert digits.denominator == 1, value
    sign, digits = ("-" if digits < 0 else ""), abs(digits.numerator)
    plain = f"{digits // 10**8}.{digits % 10**8:08d}".rstrip("0").rstrip(".")
    return sign + plain


ROWS = []


def row(name, table, tick, qty, entry, wallet, gain="0", margin="0", printed=None):
    qty, entry = F(qty), F(entry)
    cost = abs(qty) * entry
    exact, level = price(table, qty, cost, F(wallet) + F(gain) - F(margin), tick)
    if printed:
        assert abs(exact - F(printed)) <= F("0.005"), (name, float(exact))
    shown = "never" if level is None else text(level)
    cells = [tick, qty, cost, wallet, gain, margin]
    ROWS.append(",".join([name, table, *map(text, cells), shown]))


def isolated(table, tick, entry, sizes, leverages):
    for qty in sizes:
        for leverage in leverages:
            steps = ceil(F(qty) * F(entry) * 10**8 / leverage)
            for side in (1, -1):
                name = f"isolated {'long' if side > 0 else 'short'} x{leverage}"
                row(name, table, tick, side * F(qty), entry, F(steps, 10**8))


def cross(name, table, tick, qty, entry, wallet, others, printed=None):
    """Others: table, quantity, entry, mark."""
    gain = sum((F(q) * (F(m) - F(e)) for _, q, e, m in others), F(0))
    margin = sum((maintenance(t, abs(F(q)) * F(m)) for t, q, _, m in others), F(0))
    row("cross " + name, table, tick, qty, entry, wallet, gain, margin, printed)


def rows():
    wallet = "1535443.01"
    row("printed BTC", "btc", "0.01", "109.488", "32481.98", wallet, "-448192.89", "356512.508",
        "26316.89")
    row("printed ETH", "eth", "0.01", "3683.979", "1456.84", wallet, "-56354.57", "71200.81144",
        "1153.26")
    isolated("btc", "0.1", "42283.5", ["0.001", "1"], [1, 2, 5, 20, 50, 125])
    isolated("btc", "0.01", "61234.57", ["7.5", "180", "950", "4200"], [1, 3, 10])
    isolated("eth", "0.01", "2345.67", ["0.003", "42", "700", "9000"], [1, 7, 100])
    isolated("flat", "0.0001", "0.0731", ["100000"], [1, 50])
    row("tier edge long", "eth", "0.01", "5", "2010.05", "100.5")
    row("tier edge short", "eth", "0.01", "-5", "1990.04", "100.5")
    row("no margin left long", "btc", "0.1", "1", "40000", "0")
    row("no margin left short", "btc", "0.1", "-1", "40000", "0")
    row("less than none long", "btc", "0.1", "1", "40000", "-5000")
    row("less than all short", "btc", "0.1", "-1", "40000", "-50000")
    row("more than cost long", "btc", "0.1", "1", "40000", "40000.01")
    row("all but a digit long", "btc", "0.1", "1", "40000", "39999.99999999")
    eth = ("eth", "150", "2400", "2310.5")
    short = ("btc", "-2.5", "41000", "43500.5")
    alt = ("flat", "-120000", "0.08", "0.0731")
    cross("long alone", "btc", "0.1", "3", "42000", "15000", [])
    cross("short alone", "btc", "0.1", "-3", "42000", "15000", [])
    cross("long and a loser beside it", "btc", "0.1", "3", "42000", "30000", [eth])
    cross("short and a loser beside it", "eth", "0.01", "-200", "2300", "40000", [short])
    cross("long and a winner beside it", "btc", "0.1", "3", "42000", "5000", [alt])
    cross("three others", "btc", "0.1", "-8", "42000", "60000", [eth, alt, ("eth", "-9", "2500", "2300")])
    cross("across tiers long", "btc", "0.1", "40", "42000", "250000", [eth, alt])
    cross("across tiers short", "btc", "0.1", "-22", "42000", "500000", [eth, alt])
    cross("large short", "btc", "0.1", "-700", "42000", "9000000", [short, eth])
    cross("large long", "btc", "0.1", "2600", "42000", "22000000", [short, eth, alt])
    cross("already gone long", "btc", "0.1", "3", "42000", "1000", [short])
    cross("already gone short", "btc", "0.1", "-3", "42000", "1000", [eth, short])
    cross("never for much money", "btc", "0.1", "0.5", "42000", "900000", [eth, short])


rows()
TARGET.parent.mkdir(parents=True, exist_ok=True)
head = "name,table,tick,qty,cost,wallet,othersGain,othersMaintenance,price"
TARGET.write_text("\n".join([head, *ROWS]) + "\n")
print(len(ROWS), "rows")
