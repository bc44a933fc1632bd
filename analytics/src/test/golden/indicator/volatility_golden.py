"""Golden numbers of the family volatility; how to run it is in common.py."""

import talib

from common import main


def fill(columns, c):
    for n in (2, 14):
        columns.put(f"atr({n})", talib.ATR(c.high, c.low, c.close, n))
    for n, width in ((20, 2.0), (5, 1.5)):
        upper, middle, lower = talib.BBANDS(c.close, n, width, width, talib.MA_Type.SMA)
        columns.put(f"bollinger({n},{width})", middle, upper, lower)
    columns.put("true-range()", talib.TRANGE(c.high, c.low, c.close))


if __name__ == "__main__":
    main("volatility", fill)
