"""Golden numbers of the family volume; how to run it is in common.py."""

from fractions import Fraction

import numpy as np
import talib

from common import main


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


def fill(columns, c):
    columns.put("obv()", talib.OBV(c.close, c.volume))
    columns.put("rolling-vwap(20)", vwap(c, 20))


if __name__ == "__main__":
    main("volume", fill)
