"""Golden numbers of the family statistics; how to run it is in common.py."""

import numpy as np
import talib

from common import main
from windows import centred, late, rolling, since


def ratio(above, below):
    """0 where there is nothing to divide by."""
    return np.divide(above, below, out=np.zeros_like(above), where=below != 0)


def correlation(x, y, length):
    dx, dy = centred(x, length), centred(y, length)
    spread = np.sqrt((dx * dx).sum(axis=1)) * np.sqrt((dy * dy).sum(axis=1))
    return late(ratio((dx * dy).sum(axis=1), spread), len(x))


def beta(x, y, length):
    dx, dy = (centred(np.diff(z) / z[:-1], length) for z in (x, y))
    return late(ratio((dx * dy).sum(axis=1), (dx * dx).sum(axis=1)), len(x))


def slope(x, length):
    place = np.arange(length) - (length - 1) / 2
    return late(centred(x, length) @ place / (place @ place), len(x))


def fill(columns, c):
    columns.put("standard-deviation(20)", talib.STDDEV(c.close, 20, 1))
    for n in (2, 9, 30):
        columns.put(f"standard-deviation({n})", talib.STDDEV(c.close, n, 1))
        columns.put(f"variance({n})", talib.VAR(c.close, n))
        columns.put(f"max({n})", talib.MAX(c.close, n))
        columns.put(f"min({n})", talib.MIN(c.close, n))
        columns.put(f"min-max({n})", *talib.MINMAX(c.close, n))
        columns.put(f"sum({n})", talib.SUM(c.close, n))
        columns.put(f"average-deviation({n})", talib.AVGDEV(c.close, n))
        columns.put(f"linear-regression({n})", talib.LINEARREG(c.close, n))
        # an angle has no scale: TA-Lib's large sums lose the digits of small slopes
        columns.put(f"linear-regression-angle({n})", np.degrees(np.arctan(slope(c.close, n))))
        columns.put(f"linear-regression-intercept({n})", talib.LINEARREG_INTERCEPT(c.close, n))
        columns.put(f"linear-regression-slope({n})", talib.LINEARREG_SLOPE(c.close, n))
        columns.put(f"time-series-forecast({n})", talib.TSF(c.close, n))
        # of equal ones TA-Lib sometimes takes the first
        greatest, smallest = since(c.close, n, np.argmax), since(c.close, n, np.argmin)
        columns.put(f"bars-since-max({n})", greatest)
        columns.put(f"bars-since-min({n})", smallest)
        columns.put(f"bars-since-min-max({n})", smallest, greatest)
        # TA-Lib's running sums lose the digits of series far from 0
        columns.put(f"correlation({n})", correlation(c.high, c.low, n))
        columns.put(f"beta({n})", beta(c.high, c.low, n))
    for n, percent in ((2, 50.0), (9, 0.0), (9, 33.3), (20, 55.0), (30, 50.0), (30, 100.0)):
        columns.put(f"percentile({n},{percent})", talib.PERCENTILE(c.close, n, percent))
    for n, share in ((9, 0.25), (30, 0.5)):
        columns.put(f"quantile({n},{share})", rolling(c.close, n, lambda w: np.quantile(w, share, axis=1)))
    columns.put("percent-rank(2)", talib.PERCENTRANK(c.close, 2))
    columns.put("percent-rank(100)", talib.PERCENTRANK(c.close, 100))
    columns.put("standard-deviation(5,2.5)", talib.STDDEV(c.close, 5, 2.5))
    columns.put("cumulative-sum()", np.cumsum(c.close.astype(np.longdouble)))
    for n in (5, 30):
        d = centred(c.close, n)
        columns.put(f"z-score({n})", late(ratio(d[:, -1], np.sqrt((d * d).mean(axis=1))), len(c)))
        for lag in (1, 3):
            late_one = correlation(c.close[lag:], c.close[:-lag], n)
            columns.put(f"autocorrelation({n},{lag})", late(late_one, len(c)))
    logs = np.log(c.close)
    for n in (1, 10):
        columns.put(f"log-return({n})", late(logs[n:] - logs[:-n], len(c)))
    for n, steps in ((100, 2), (10, 4)):
        single = (centred(np.diff(logs)[steps - 1 :], n) ** 2).mean(axis=1)
        several = (centred(logs[steps:] - logs[:-steps], n) ** 2).mean(axis=1)
        quotient = np.divide(several, steps * single, out=np.ones_like(single), where=single != 0)
        columns.put(f"variance-ratio({n},{steps})", late(quotient, len(c)))
    columns.put("drawdown()", 100 * (c.close / np.maximum.accumulate(c.close) - 1))


if __name__ == "__main__":
    main("statistics", fill)
