"""Writes ../resources/golden/indicators.csv: synthetic candles and what TA-Lib says about them.

    pip install TA-Lib==0.8.2 numpy==2.4.6     (the wheel carries the C library, 0.8.1)
    python indicators.py

A column is named as the indicator is constructed in Java, then a dot and the output. Prices are
near 1, so that a relative tolerance is an absolute one. RollingVwap is not in TA-Lib and comes from
exact fractions.
"""

from fractions import Fraction
from pathlib import Path

import numpy as np
import talib

BARS = 300
TARGET = Path(__file__).parent / ".." / "resources" / "golden" / "indicators.csv"


def candles():
    """A seeded random walk with a flat stretch, a jump, gaps between bars and bars without volume."""
    random = np.random.Generator(np.random.PCG64(20240229))
    close = np.empty(BARS)
    open_ = np.empty(BARS)
    price = 1.0
    for i in range(BARS):
        open_[i] = price * (1 + 0.002 * random.standard_normal())
        price = open_[i] * (1 + 0.01 * random.standard_normal())
        if i == 150:
            price *= 1.4
        close[i] = price
    high = np.maximum(open_, close) * (1 + 0.004 * random.random(BARS))
    low = np.minimum(open_, close) * (1 - 0.004 * random.random(BARS))
    volume = np.round(random.exponential(1000.0, BARS), 3)
    volume[60:63] = 0.0
    open_[200:225] = high[200:225] = low[200:225] = close[200:225] = close[199]
    return [np.round(x, 6) for x in (open_, high, low, close, volume)]


def vwap(high, low, close, volume, length):
    out = np.full(BARS, np.nan)
    for i in range(length - 1, BARS):
        window = range(i - length + 1, i + 1)
        traded = sum(
            (Fraction(high[j]) + Fraction(low[j]) + Fraction(close[j])) / 3 * Fraction(volume[j])
            for j in window
        )
        total = sum(Fraction(volume[j]) for j in window)
        out[i] = float(traded / total)
    return out


def columns(high, low, close, volume):
    result = {}

    def put(name, *outputs):
        for number, output in enumerate(outputs):
            result[f"{name}.{number}"] = output

    for n in (2, 9, 20):
        put(f"Ema({n})", talib.EMA(close, n))
        put(f"Sma({n})", talib.SMA(close, n))
        put(f"Wma({n})", talib.WMA(close, n))
        put(f"StandardDeviation({n})", talib.STDDEV(close, n, 1))
        put(f"RollingMax({n})", talib.MAX(close, n))
        put(f"RollingMin({n})", talib.MIN(close, n))
    for n in (2, 14):
        put(f"Rsi({n})", talib.RSI(close, n))
        put(f"Atr({n})", talib.ATR(high, low, close, n))
        put(
            f"Adx({n})",
            talib.ADX(high, low, close, n),
            np.where(np.arange(BARS) < 2 * n - 1, np.nan, talib.PLUS_DI(high, low, close, n)),
            np.where(np.arange(BARS) < 2 * n - 1, np.nan, talib.MINUS_DI(high, low, close, n)),
        )
        put(f"Cci({n})", talib.CCI(high, low, close, n))
    for n in (1, 10):
        put(f"RateOfChange({n})", talib.ROC(close, n))
    put("Macd(12,26,9)", *talib.MACD(close, 12, 26, 9))
    put("Macd(3,7,1)", *talib.MACD(close, 3, 7, 1))
    for n, width in ((20, 2.0), (5, 1.5)):
        upper, middle, lower = talib.BBANDS(close, n, width, width, talib.MA_Type.SMA)
        put(f"BollingerBands({n},{width})", middle, upper, lower)
    put("TrueRange()", talib.TRANGE(high, low, close))
    put("Stochastic(14,3,3)", *talib.STOCH(high, low, close, 14, 3, 0, 3, 0))
    put("Stochastic(5,1,4)", *talib.STOCH(high, low, close, 5, 1, 0, 4, 0))
    put("Obv()", talib.OBV(close, volume))
    put("Donchian(20)", talib.MAX(high, 20), talib.MIN(low, 20), talib.MIDPRICE(high, low, 20))
    put("RollingVwap(10)", vwap(high, low, close, volume, 10))
    return result


def main():
    bars = candles()
    table = dict(zip(("open", "high", "low", "close", "volume"), bars))
    table.update(columns(*bars[1:]))
    with TARGET.open("w", newline="\n") as out:
        out.write(";".join(table) + "\n")
        for i in range(BARS):
            out.write(";".join(repr(float(column[i])) for column in table.values()) + "\n")
    print(f"{TARGET.resolve().name}: {BARS} bars, {len(table)} columns, TA-Lib {talib.__version__}")


if __name__ == "__main__":
    main()
