"""Writes ../resources/golden/: synthetic daily returns and what quantstats says about them.

    pip install quantstats==0.0.86 numpy==2.4.6 pandas==3.1.1
    python statistics.py

statistics-returns.csv has a column per case (shorter ones end early), statistics.csv a line per
case and number, statistics-rolling.csv the rolling figures of the first case. The package is
imported before this file's folder, because the standard library has a module of this name too.
"""

import sys
from pathlib import Path

HERE = str(Path(__file__).resolve().parent)
sys.path = [folder for folder in sys.path if folder not in ("", HERE)]

import numpy as np
import pandas as pd
import quantstats.stats as qs

YEAR = 365
WINDOW = 30
TARGET = Path(__file__).resolve().parent / ".." / "resources" / "golden"


def cases():
    random = np.random.Generator(np.random.PCG64(365))
    ordinary = 0.001 + 0.02 * random.standard_normal(500)
    fat = 0.01 * random.standard_t(3, 800)
    fat[random.integers(0, 800, 100)] = 0.0
    losing = -0.002 + 0.015 * random.standard_normal(365)
    short = 0.01 + 0.03 * random.standard_normal(10)
    sinks_first = np.concatenate([[-0.05, -0.01, 0.03, 0.04], 0.003 + 0.01 * random.standard_normal(60)])
    calm = 1e-6 + 1e-5 * random.standard_normal(400)
    tradeless = np.concatenate([np.zeros(50), 0.01 * random.standard_normal(50), np.zeros(50)])
    raw = dict(ordinary=ordinary, fat=fat, losing=losing, short=short)
    raw.update(sinks_first=sinks_first, calm=calm, tradeless=tradeless)
    return {name: series(np.round(values, 9)) for name, values in raw.items()}


def series(values):
    return pd.Series(values, index=pd.date_range("2023-01-01", periods=len(values), freq="D"))


def numbers(r):
    details = qs.drawdown_details(qs.to_drawdown_series(r))
    return {
        "days": len(r),
        "totalReturn": qs.comp(r),
        "cagr": qs.cagr(r, periods=YEAR),
        "volatility": qs.volatility(r, periods=YEAR),
        "sharpe": qs.sharpe(r, periods=YEAR),
        "sortino": qs.sortino(r, periods=YEAR),
        "calmar": qs.calmar(r, periods=YEAR),
        "maxDrawdown": qs.max_drawdown(r),
        "maxDrawdownDays": details.loc[details["max drawdown"].idxmin(), "days"],
        "longestDrawdownDays": details["days"].max(),
        "ulcerIndex": qs.ulcer_index(r),
        "tailRatio": qs.tail_ratio(r),
        "skew": qs.skew(r),
        "kurtosis": qs.kurtosis(r),
        "dayWinRate": qs.win_rate(r),
        "dayProfitFactor": qs.profit_factor(r),
        "bestDay": qs.best(r),
        "worstDay": qs.worst(r),
    }


def write(name, lines):
    (TARGET / name).write_text("\n".join(lines) + "\n", newline="\n")


def main():
    made = cases()
    longest = max(len(r) for r in made.values())
    rows = [";".join(made)]
    for i in range(longest):
        rows.append(";".join(repr(float(r.iloc[i])) if i < len(r) else "" for r in made.values()))
    write("statistics-returns.csv", rows)
    lines = ["case;statistic;value"]
    for name, r in made.items():
        lines += [f"{name};{key};{float(value)!r}" for key, value in numbers(r).items()]
    write("statistics.csv", lines)
    spans = dict(rolling_period=WINDOW, periods_per_year=YEAR)
    rolling = [qs.rolling_sharpe, qs.rolling_sortino, qs.rolling_volatility]
    columns = [[float(x) for x in function(made["ordinary"], **spans)] for function in rolling]
    rows = [";".join(repr(value) for value in row) for row in zip(*columns)]
    write("statistics-rolling.csv", ["sharpe;sortino;volatility"] + rows)


if __name__ == "__main__":
    main()
