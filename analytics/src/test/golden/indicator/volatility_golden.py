"""Golden numbers of the family volatility; how to run it is in common.py."""

import numpy as np
import talib

from common import hold_back, main
from hilbert import back, whole
from reference import *
from windows import rolling

BANDS = (
    (20, 2.0, "ema", 1.0),
    (5, 1.5, "sma", 2.0),
    (10, 1.0, "dema", 0.5),
    (40, 2.0, "mama", 1.0),
    (6, 2.0, "kama", 1.0),
)


def choppiness(c, length):
    span = highest(c.high, length) - lowest(c.low, length)
    with np.errstate(all="ignore"):
        path = quotient(total(true_range(c), length), span, np.nan)
        return 100 * np.log10(path) / np.log10(length)


def ulcer(x, length):
    depth = 100 * (x / highest(x, length) - 1)
    return np.sqrt(sma(depth**2, length))


def volatilities(c, n, bars):
    year = 100 * np.sqrt(bars)
    gap = np.log(c.open) - np.log(lag(c.close))
    up, down, body = (np.log(x) - np.log(c.open) for x in (c.high, c.low, c.close))
    within = sma(up * (up - body) + down * (down - body), n)
    yield "parkinson", year * np.sqrt(sma((up - down) ** 2, n) / np.log(16))
    klass = 0.5 * (up - down) ** 2 - (np.log(4) - 1) * body**2
    yield "garman-klass", year * np.sqrt(np.maximum(sma(klass, n), 0))
    yield "rogers-satchell", year * np.sqrt(np.maximum(within, 0))
    if n == 1:
        return
    yield "close-volatility", year * deviation(np.log(c.close) - np.log(lag(c.close)), n, 1)
    k = 0.34 / (1.34 + (n + 1) / (n - 1))
    variance = deviation(gap, n, 1) ** 2 + k * deviation(body, n, 1) ** 2 + (1 - k) * within
    yield "yang-zhang", year * np.sqrt(np.maximum(variance, 0))


def safe_zone(c, length, factor):
    down, up = lag(c.low) - c.low, c.high - lag(c.high)

    def noise(x):
        beyond = np.where(x > 0, x, 0.0)
        return quotient(total(beyond, length), total(np.where(x > 0, 1.0, 0.0), length), 0.0)

    return hold_back(length + 1, c.low - factor * noise(down), c.high + factor * noise(up))


def beyond_talib(columns, c):
    for n in (2, 14):
        columns.put(f"choppiness({n})", choppiness(c, n))
        columns.put(f"ulcer-index({n})", ulcer(c.close, n))
        reach = np.maximum(np.maximum(c.high - lag(c.high), lag(c.low) - c.low), 0)
        columns.put(f"thermometer({n})", *hold_back(n + 1, reach, ema(reach, n)))
    for n, bars in ((1, 365.0), (2, 8760.0), (20, 365.0)):
        for name, column in volatilities(c, n, bars):
            columns.put(f"{name}({n},{bars})", column)
    for n, deviations, line in ((14, 10, 20), (2, 3, 4)):
        values = line_end(talib.RVI(c.close, n, deviations)[n + deviations - 2 :], line)
        head = np.full(n + deviations - 2, np.nan)
        columns.put(f"inertia({n},{deviations},{line})", np.append(head, values))
    for n, span in ((5, 15), (7, 2)):
        middle, reach = sma((c.high + c.low + c.close) / 3, n), talib.ATR(c.high, c.low, c.close, span)
        warmup = max(n, span + 1)
        columns.put(f"aberration({n},{span})", *hold_back(warmup, middle, middle + reach, middle - reach))
    for n, width in ((20, 2.0), (5, 1.5)):
        upper, middle, lower = talib.BBANDS(c.close, n, width, width, talib.MA_Type.SMA)
        place = quotient(c.close - lower, upper - lower, 0.5)
        columns.put(f"bollinger-position({n},{width})", place, 100 * (upper - lower) / middle)
    for n, factor in ((10, 2.0), (3, 2.5)):
        columns.put(f"safe-zone({n},{factor})", *safe_zone(c, n, factor))


def fill(columns, c):
    for n in (2, 14):
        columns.put(f"atr({n})", talib.ATR(c.high, c.low, c.close, n))
        columns.put(f"natr({n})", talib.NATR(c.high, c.low, c.close, n))
        columns.put(f"average-range({n})", talib.ADR(c.high, c.low, n))
    for n, change in ((10, 10), (2, 3)):
        columns.put(f"chaikin-volatility({n},{change})", talib.CVI(c.high, c.low, n, change))
    for n, total in ((9, 25), (3, 2)):
        columns.put(f"mass-index({n},{total})", talib.MASSI(c.high, c.low, n, total))
    for n, deviation in ((14, 10), (2, 3), (1, 3)):
        columns.put(f"rvi({n},{deviation})", talib.RVI(c.close, n, deviation))
    for n, width in ((20, 2.0), (5, 1.5)):
        upper, middle, lower = talib.BBANDS(c.close, n, width, width, talib.MA_Type.SMA)
        columns.put(f"bollinger({n},{width})", middle, upper, lower)
    for n, width, kind, share in BANDS:
        average = getattr(talib.MA_Type, kind.upper())
        upper, middle, lower = back(*talib.BBANDS(whole(c.close), n, width, width * share, average))
        columns.put(f"bollinger({n},{width},{kind},{share})", middle, upper, lower)
    for n in (2, 20):
        upper, middle, lower = talib.ACCBANDS(c.high, c.low, c.close, n)
        columns.put(f"acceleration-bands({n})", middle, upper, lower)
    for n, atr, width in ((20, 10, 2.0), (5, 14, 1.5), (2, 1, 0.0)):
        upper, middle, lower = talib.KC(c.high, c.low, c.close, n, atr, width)
        columns.put(f"keltner({n},{atr},{width})", middle, upper, lower)
        late = max(0, atr + 1 - n)
        close = np.append(np.full(late, np.nan), ema(c.close[late:], n))
        closes = hold_back(max(n, atr + 1), close, close + upper - middle, close - upper + middle)
        columns.put(f"keltner({n},{atr},{width},close)", *closes)
    for n, width in ((22, 3.0), (3, 0.5)):
        stop = width * talib.ATR(c.high, c.low, c.close, n)
        below, above = talib.MAX(c.high, n) - stop, talib.MIN(c.low, n) + stop
        columns.put(f"chandelier-exit({n},{width})", below, above)
    for n, width, smooth in ((10, 1.0, 9), (3, 2.0, 2)):
        stop = width * talib.ATR(c.high, c.low, c.close, n)
        below, above = talib.MAX(c.high, n) - stop, talib.MIN(c.low, n) + stop
        long_stop = rolling(above, smooth, lambda w: w.min(axis=1))
        short_stop = rolling(below, smooth, lambda w: w.max(axis=1))
        columns.put(f"chande-kroll-stop({n},{width},{smooth})", long_stop, short_stop)
    columns.put("true-range()", talib.TRANGE(c.high, c.low, c.close))
    beyond_talib(columns, c)


if __name__ == "__main__":
    main("volatility", fill)
