"""Golden numbers of the family volume; how to run it is in common.py."""

from fractions import Fraction

import numpy as np
import talib

from common import AVERAGES, hold_back, main
from reference import *


def vwap(c, length):
    """By exact fractions."""
    typical = [(Fraction(h) + Fraction(l) + Fraction(p)) / 3 for h, l, p in zip(c.high, c.low, c.close)]
    volume = [Fraction(v) for v in c.volume]
    out = np.full(len(c), np.nan)
    for i in range(length - 1, len(c)):
        window = range(i - length + 1, i + 1)
        total = sum(volume[j] for j in window)
        if total:
            out[i] = float(sum(typical[j] * volume[j] for j in window) / total)
    return out


def relative_volume(volume, length):
    """TA-Lib's, but undefined where none of the bars before has volume."""
    before = np.convolve(volume != 0, np.ones(length))[: len(volume) - 1]
    return np.where(np.append(0, before) == 0, np.nan, talib.RVOL(volume, length))


def klinger(c, fast, slow, signal):
    price, span = (c.high + c.low + c.close).tolist(), (c.high - c.low).tolist()
    share = np.full(len(c), np.nan)
    travelled, trend = 0.0, 0
    for i in range(1, len(c)):
        direction = 1 if price[i] - price[i - 1] > 1e-14 * price[i] else -1
        travelled = span[i] + (travelled if direction == trend else span[i - 1])
        trend = direction
        share[i] = trend * abs(2 * span[i] / travelled - 1) if travelled else 0.0
    force = 100 * c.volume * share
    line = ema(force, fast) - ema(force, slow)
    return hold_back(slow + signal, line, ema(line, signal))


def twiggs(c, length):
    before = lag(c.close)
    top, bottom = np.maximum(c.high, before), np.minimum(c.low, before)
    flow = quotient((2 * c.close - top - bottom) * c.volume, top - bottom, 0.0)
    return quotient(rma(flow, length), rma(np.append(np.nan, c.volume[1:]), length), 0.0)


def rank(c):
    up, more = c.close >= lag(c.close), c.volume >= lag(c.volume)
    return hold_back(2, np.where(up, np.where(more, 1.0, 2.0), np.where(more, 4.0, 3.0)))[0]


def weighted(c, length):
    volume = total(c.volume, length)
    return np.where(volume == 0, sma(c.close, length), quotient(total(c.close * c.volume, length), volume, 0.0))


def beyond_talib(columns, c):
    for lengths in ((34, 55, 13), (3, 7, 4)):
        columns.put("klinger(%d,%d,%d)" % lengths, *klinger(c, *lengths))
    middle = (c.high + c.low) / 2
    ease = quotient((middle - lag(middle)) * (c.high - c.low), c.volume, 0.0)
    for n in (2, 14):
        columns.put(f"ease-of-movement({n})", *hold_back(n + 1, sma(ease, n)))
        columns.put(f"twiggs-money-flow({n})", twiggs(c, n))
    columns.put("price-volume-rank()", rank(c))
    for n, signal in ((18, 10), (3, 1)):
        flow = total((c.close - lag(c.close)) * c.volume, n)
        columns.put(f"time-segmented-volume({n},{signal})", *hold_back(n + signal, flow, sma(flow, signal)))
    for fast, slow, signal in ((12, 26, 9), (2, 5, 3)):
        line = weighted(c, fast) - weighted(c, slow)
        mean = ema(line, signal)
        columns.put(
            f"volume-weighted-macd({fast},{slow},{signal})",
            *hold_back(slow + signal - 1, line, mean, line - mean),
        )


def fill(columns, c):
    columns.put("obv()", talib.OBV(c.close, c.volume))
    bars = c.high, c.low, c.close, c.volume
    columns.put("ad()", talib.AD(*bars))
    for fast, slow in ((3, 10), (2, 5)):
        columns.put(f"chaikin-oscillator({fast},{slow})", talib.ADOSC(*bars, fast, slow))
    for n in (2, 20):
        columns.put(f"cmf({n})", talib.CMF(*bars, n))
    for n in (2, 13):
        columns.put(f"force-index({n})", talib.EFI(c.close, c.volume, n))
    columns.put("market-facilitation()", talib.MARKETFI(c.high, c.low, c.volume))
    for n in (2, 14):
        columns.put(f"mfi({n})", talib.MFI(*bars, n))
    columns.put("nvi()", talib.NVI(c.close, c.volume))
    columns.put("pvi()", talib.PVI(c.close, c.volume))
    columns.put("pvo(12,26)", talib.PVO(c.volume, 12, 26, 1))
    for kind, number in AVERAGES:
        columns.put(f"pvo(4,7,{kind})", talib.PVO(c.volume, 4, 7, number))
    columns.put("pvt()", talib.PVT(c.close, c.volume))
    for n in (2, 20):
        columns.put(f"relative-volume({n})", relative_volume(c.volume, n))
    none = np.cumsum(c.volume) == 0
    columns.put("running-vwap()", np.where(none, np.nan, talib.VWAP(*bars)))
    columns.put("rolling-vwap(20)", vwap(c, 20))
    beyond_talib(columns, c)


if __name__ == "__main__":
    main("volume", fill)
