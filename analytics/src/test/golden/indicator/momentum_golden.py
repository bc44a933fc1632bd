"""Golden numbers of the family momentum; how to run it is in common.py."""

import talib

from common import main


def fill(columns, c):
    bars = c.high, c.low, c.close
    for n in (2, 14):
        columns.put(f"rsi({n})", talib.RSI(c.close, n))
    for n in (2, 14, 20):
        columns.put(f"cci({n})", talib.CCI(*bars, n))
    for n in (1, 10):
        columns.put(f"rate-of-change({n})", talib.ROC(c.close, n))
    columns.put("macd(12,26,9)", *talib.MACD(c.close, 12, 26, 9))
    columns.put("macd(3,7,1)", *talib.MACD(c.close, 3, 7, 1))
    columns.put("stochastic(14,3,3)", *talib.STOCH(*bars, 14, 3, 0, 3, 0))
    columns.put("stochastic(5,1,4)", *talib.STOCH(*bars, 5, 1, 0, 4, 0))


if __name__ == "__main__":
    main("momentum", fill)
