"""Golden numbers of the family trend; how to run it is in common.py."""

import numpy as np
import talib

from common import hold_back, main
from reference import *


def alligator(c, *lengths):
    middle = (c.high + c.low) / 2
    jaw, teeth, lips = (lag(rma(middle, n), shift) for n, shift in zip(lengths, (8, 5, 3)))
    warmup = max(n + shift for n, shift in zip(lengths, (8, 5, 3)))
    return hold_back(warmup, jaw, teeth, lips, np.abs(jaw - teeth), -np.abs(teeth - lips))


def swing(c, limit):
    before, opened = lag(c.close), lag(c.open)
    up, down, span = np.abs(c.high - before), np.abs(c.low - before), c.high - c.low
    reach = np.where(down >= span, down - up / 2, span)
    reach = np.where((up >= down) & (up >= span), up - down / 2, reach)
    reach = reach + np.abs(before - opened) / 4
    move = 1.5 * c.close - before - 0.5 * c.open + 0.25 * (before - opened)
    out = quotient(50 * move * np.maximum(up, down), reach * limit, 0.0)
    return hold_back(2, np.nancumsum(out), out)


def fill(columns, c):
    for n in (2, 9, 30):
        columns.put(f"sma({n})", talib.SMA(c.close, n))
        columns.put(f"ema({n})", talib.EMA(c.close, n))
        columns.put(f"wma({n})", talib.WMA(c.close, n))
    upper, middle, lower = talib.DONCHIAN(c.high, c.low, 20)
    columns.put("donchian(20)", upper, lower, middle)
    for n in (2, 9, 30):
        columns.put(f"rma({n})", talib.MA(c.close, n, 13))
    for n in (2, 14):
        columns.put(f"adxr({n})", talib.ADXR(c.high, c.low, c.close, n))
        up, down = talib.PLUS_DM(c.high, c.low, n), talib.MINUS_DM(c.high, c.low, n)
        columns.put(f"directional-movement({n})", up, down)
        down, up = talib.AROON(c.high, c.low, n)
        columns.put(f"aroon({n})", talib.AROONOSC(c.high, c.low, n), up, down)
        columns.put(f"vortex({n})", *talib.VORTEX(c.high, c.low, c.close, n))
    for lengths in ((13, 8, 5), (4, 9, 2)):
        columns.put("alligator(%d,%d,%d)" % lengths, *alligator(c, *lengths))
    for limit in (10.0, 0.5):
        columns.put(f"swing-index({limit})", *swing(c, limit))
    for n in (2, 28):
        columns.put(f"vhf({n})", talib.VHF(c.close, n))
    for n in (2, 14):
        di = talib.PLUS_DI(c.high, c.low, c.close, n), talib.MINUS_DI(c.high, c.low, c.close, n)
        columns.put(f"dx({n})", talib.DX(c.high, c.low, c.close, n), *di)
        adx = talib.ADX(c.high, c.low, c.close, n)
        columns.put(f"adx({n})", adx, *hold_back(2 * n, *di))


if __name__ == "__main__":
    main("trend", fill)
