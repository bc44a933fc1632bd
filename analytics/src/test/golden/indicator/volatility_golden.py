"""Golden numbers of the family volatility; how to run it is in common.py."""

import talib

from common import main


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
    columns.put("true-range()", talib.TRANGE(c.high, c.low, c.close))


if __name__ == "__main__":
    main("volatility", fill)
