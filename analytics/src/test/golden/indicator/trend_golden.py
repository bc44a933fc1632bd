"""Golden numbers of the family trend; how to run it is in common.py."""

import talib

from common import hold_back, main


def fill(columns, c):
    for n in (2, 9, 30):
        columns.put(f"sma({n})", talib.SMA(c.close, n))
        columns.put(f"ema({n})", talib.EMA(c.close, n))
        columns.put(f"wma({n})", talib.WMA(c.close, n))
    upper, middle, lower = talib.DONCHIAN(c.high, c.low, 20)
    columns.put("donchian(20)", upper, lower, middle)
    for n in (2, 14):
        di = talib.PLUS_DI(c.high, c.low, c.close, n), talib.MINUS_DI(c.high, c.low, c.close, n)
        adx = talib.ADX(c.high, c.low, c.close, n)
        columns.put(f"adx({n})", adx, *hold_back(2 * n, *di))


if __name__ == "__main__":
    main("trend", fill)
