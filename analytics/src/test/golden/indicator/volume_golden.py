"""Golden numbers of the family volume; how to run it is in common.py."""

from fractions import Fraction

import numpy as np
import talib

from common import AVERAGES, main


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


if __name__ == "__main__":
    main("volume", fill)
