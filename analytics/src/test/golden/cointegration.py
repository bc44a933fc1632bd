"""Writes ../resources/golden/cointegration*.csv: synthetic pairs and what Engle and Granger say of them.

    pip install numpy==2.4.6 statsmodels==0.15.0
    python cointegration.py [FOLDER]

cointegration-pairs.csv has two columns per case. cointegration-tests.csv holds the test by
statsmodels and the line by numpy; the half-life is from a regression by lstsq. cointegration-rolling.csv
has the line over each window of ROLLING values of the first case by numpy. cointegration-tail.csv is
the law of the statistic. cointegration-real.csv holds the same tests of logarithms of the first DAYS daily
closes in FOLDER (shared/data/spot); it is written only where a folder is given, and has no prices in it.
"""

import gzip
import sys
import warnings
from itertools import combinations
from pathlib import Path

import numpy as np
from statsmodels.tsa.adfvalues import mackinnonp
from statsmodels.tsa.stattools import coint

ROLLING = 60
DAYS = 245
TARGET = Path(__file__).resolve().parent / ".." / "resources" / "golden"
DAY_MS = 86_400_000


def cases():
    random = np.random.Generator(np.random.PCG64(77))
    walk = lambda n, step: np.cumsum(step * random.standard_normal(n))

    def back(n, kept, step):
        s = np.zeros(n)
        for i in range(1, n):
            s[i] = kept * s[i - 1] + step * random.standard_normal()
        return s

    x = 4 + walk(400, 0.01)
    yield "close", 0.5 + 1.3 * x + back(400, 0.8, 0.008), x
    x = 100 + walk(250, 1.0)
    yield "slow", 20 + 0.4 * x + back(250, 0.97, 0.5), x
    yield "strangers", 10 + walk(300, 0.1), 7 + walk(300, 0.1)
    x = 50_000 + walk(1000, 300.0)
    yield "large", 1e6 - 2.5 * x + back(1000, 0.5, 400.0), x
    x = walk(60, 1.0)
    yield "short", x + back(60, -0.3, 1.0), x
    x = 1 + walk(120, 0.01)
    yield "apart", np.exp(np.arange(120) * 0.05), x


def lags_of(n):
    return int(np.floor(4 * (n / 100) ** 0.25))


def test(y, x, lags):
    n = len(y)
    A = np.column_stack([np.ones(n), x])
    intercept, ratio = np.linalg.lstsq(A, y, rcond=None)[0]
    spread = y - intercept - ratio * x
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        statistic, p, critical = coint(y, x, trend="c", maxlag=lags, autolag=None)
    kept = np.linalg.lstsq(spread[:-1, None], spread[1:], rcond=None)[0][0]
    half = np.inf if kept >= 1 else 0.0 if kept <= 0 else np.log(0.5) / np.log(kept)
    return [lags, ratio, intercept, spread.std(), spread[-1] / spread.std(), half, statistic, p, *critical]


HEADER = "lags;ratio;intercept;deviation;z;half-life;statistic;probability;critical-1;critical-5;critical-10"


def text(value):
    return value if isinstance(value, str) else str(int(value)) if isinstance(value, int) else repr(float(value))


def write(name, header, rows):
    lines = [header] + [";".join(text(v) for v in row) for row in rows]
    (TARGET / name).write_text("\n".join(lines) + "\n", newline="\n")


def daily(file):
    with gzip.open(file, "rt") as rows:
        next(rows)
        cells = [row.split(",") for row in rows]
    last = {int(float(c[0])) // DAY_MS: float(c[4]) for c in cells}
    return np.log(np.array([last[day] for day in sorted(last)[:DAYS]]))


def main():
    made = [(name, np.round(y, 9), np.round(x, 9)) for name, y, x in cases()]
    longest = max(len(y) for _, y, _ in made)
    header = ";".join(f"{name}-y;{name}-x" for name, _, _ in made)
    rows = [
        [text(float(v[i])) if i < len(v) else "" for _, y, x in made for v in (y, x)] for i in range(longest)
    ]
    write("cointegration-pairs.csv", header, rows)
    tests = [[name, *test(y, x, lags)] for name, y, x in made for lags in sorted({0, 1, lags_of(len(y))})]
    write("cointegration-tests.csv", "case;" + HEADER, tests)
    _, y, x = made[0]
    rolling = [test(y[i - ROLLING : i], x[i - ROLLING : i], 0)[1:5] for i in range(ROLLING, len(y) + 1)]
    write("cointegration-rolling.csv", "ratio;intercept;deviation;z", rolling)
    tail = [[s, mackinnonp(s, "c", 2)] for s in np.linspace(-20, 2, 111)]
    write("cointegration-tail.csv", "statistic;probability", tail)
    if len(sys.argv) > 1:
        files = sorted(Path(sys.argv[1]).glob("*-1h.csv.gz"))
        closes = {file.name.removesuffix("_USDT-1h.csv.gz"): daily(file) for file in files}
        real = [
            [one, other, *test(closes[one], closes[other], lags_of(len(closes[one])))]
            for one, other in combinations(closes, 2)
        ]
        write("cointegration-real.csv", "y;x;" + HEADER, real)


if __name__ == "__main__":
    main()
