"""Golden numbers of the family volatility; how to run it is in common.py."""

import talib

from common import main
from hilbert import back, whole
from windows import rolling

BANDS = (
    (20, 2.0, "ema", 1.0),
    (5, 1.5, "sma", 2.0),
    (10, 1.0, "dema", 0.5),
    (40, 2.0, "mama", 1.0),
    (6, 2.0, "kama", 1.0),
)


def fill(columns, c):
    for n in (2, 14):
        columns.put(f"atr({n})", talib.ATR(c.high, c.low, c.close, n))
        columns.put(f"natr({n})", talib.NATR(c.high, c.low, c.close, n))
        columns.put(f"average-range({n})", talib.ADR(c.high, c.low, n))
    for n, change in ((10, 10), (2, 3)):
        columns.put(f"chaikin-volatility({n},{change})", talib.CVI(c.high, c.low, n, change))
    for n, total in ((9, 25), (3, 2)):
        columns.put(f"mass-index({n},{total})", talib.MASSI(c.high, c.low, n, total))
    for n, deviation in ((14, 10), (2, 3)):
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


if __name__ == "__main__":
    main("volatility", fill)
