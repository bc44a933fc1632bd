"""Golden numbers of the family trend; how to run it is in common.py."""

import math

import numpy as np
import talib

from common import hold_back, main
from hilbert import back, whole
from reference import *
from windows import rolling

KINDS = "sma ema wma dema tema trima kama mama t3 hma rma zlema".split()
SPEEDS = (
    (0.0, 0.0, 0.02, 0.02, 0.2, 0.02, 0.02, 0.2),
    (0.0, 0.01, 0.03, 0.01, 0.1, 0.01, 0.04, 0.3),
    (1e-12, 0.0, 0.5, 0.02, 0.2, 0.02, 0.9, 0.2),
    (-1e-12, 0.0, 0.02, 0.02, 0.2, 0.02, 0.02, 0.2),
)


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
    for n in (1, 2, 9, 30):
        columns.put(f"dema({n})", talib.DEMA(c.close, n))
        columns.put(f"tema({n})", talib.TEMA(c.close, n))
        columns.put(f"trima({n})", talib.TRIMA(c.close, n))
        columns.put(f"rma({n})", talib.RMA(c.close, n))
        columns.put(f"hma({n})", talib.HMA(c.close, n))
        columns.put(f"zlema({n})", talib.ZLEMA(c.close, n))
    for n in (2, 9, 30):
        columns.put(f"midpoint({n})", talib.MIDPOINT(c.close, n))
        columns.put(f"midprice({n})", talib.MIDPRICE(c.high, c.low, n))
        # TA-Lib gives rounding over rounding where there is no volume
        traded = np.convolve(c.volume > 0, np.ones(n))[: len(c)] > 0.5
        columns.put(f"vwma({n})", np.where(traded, talib.VWMA(c.close, c.volume, n), np.nan))
        columns.put(f"kama({n},2,30)", talib.KAMA(c.close, n))
    for n, v in ((1, 0.7), (2, 0.0), (5, 0.7), (8, 1.0)):
        columns.put(f"t3({n},{v})", talib.T3(c.close, n, v))
    for kind in KINDS:
        for n in (1, 2, 9):
            average = talib.MA(whole(c.close), n, getattr(talib.MA_Type, kind.upper()))
            columns.put(f"ma({n},{kind})", *back(average))
    for kind in ("sma", "ema", "kama", "t3"):
        columns.put(f"mavp(2,9,{kind})", talib.MAVP(c.high, c.low, 2, 9, getattr(talib.MA_Type, kind.upper())))
    for limits in ((0.5, 0.05), (0.9, 0.01)):
        columns.put(f"mama({limits[0]},{limits[1]})", *back(*talib.MAMA(whole(c.close), *limits)))
    columns.put("hilbert-trendline()", *back(talib.HT_TRENDLINE(whole(c.close))))
    for speed in ((0.02, 0.2), (0.3, 0.2), (0.01, 0.05)):
        columns.put(f"parabolic-sar({speed[0]},{speed[1]})", talib.SAR(c.high, c.low, *speed))
    for a in SPEEDS:
        columns.put(f"parabolic-sar-extended({','.join(map(str, a))})", talib.SAREXT(c.high, c.low, *a))
    for n, width in ((10, 3.0), (2, 1.0), (14, 0.0)):
        line, trend = talib.SUPERTREND(c.high, c.low, c.close, n, width)
        columns.put(f"supertrend({n},{width})", *hold_back(n + 1, line, trend))
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
    more(columns, c)


def more(columns, c):
    """What TA-Lib has not, by definition."""
    for n, offset, sigma in ((9, 0.85, 6.0), (1, 0.5, 2.0), (20, 0.0, 3.0)):
        i = np.arange(n)
        weights = np.exp(-((i - offset * (n - 1)) ** 2) / (2 * (n / sigma) ** 2))
        columns.put(f"alma({n},{offset},{sigma})", weighted(c.close, weights))
    for n in (1, 5, 10):
        pascal = np.array([math.comb(n - 1, i) for i in range(n)], dtype=float)
        fibonacci = np.array([((1 + 5**0.5) / 2) ** (i + 1) - ((1 - 5**0.5) / 2) ** (i + 1) for i in range(n)])
        columns.put(f"pwma({n})", weighted(c.close, pascal))
        columns.put(f"fwma({n})", weighted(c.close, fibonacci))
        columns.put(f"sinwma({n})", weighted(c.close, np.sin(np.pi * np.arange(1, n + 1) / (n + 1))))
    for n, momentum in ((14, 9), (3, 1)):
        steps = np.diff(c.close)
        up = rolling(np.maximum(steps, 0), momentum, lambda w: w.sum(axis=1))
        down = rolling(np.maximum(-steps, 0), momentum, lambda w: w.sum(axis=1))
        both = up + down
        index = np.divide(np.abs(up - down), both, out=np.zeros_like(both), where=both > 0)
        columns.put(f"vidya({n},{momentum})", recur(c.close, momentum, 2 / (n + 1) * np.concatenate([[0], index])))
    for half in (8, 2):
        middle = (c.high + c.low) / 2
        top = rolling(c.high, half, lambda w: w.max(axis=1))
        bottom = rolling(c.low, half, lambda w: w.min(axis=1))
        new, old = top - bottom, np.concatenate([np.full(half, np.nan), (top - bottom)[:-half]])
        whole_range = rolling(c.high, 2 * half, lambda w: w.max(axis=1)) - rolling(c.low, 2 * half, lambda w: w.min(axis=1))
        with np.errstate(divide="ignore", invalid="ignore"):
            dimension = (np.log(new / half + old / half) - np.log(whole_range / (2 * half))) / np.log(2)
        dimension[~((new > 0) & (old > 0))] = np.nan
        dimension = forward(dimension, 2 * half - 1, 1.0)
        factor = np.clip(np.exp(-4.6 * (dimension - 1)), 0.01, 1)
        columns.put(f"frama({half})", recur(middle, 2 * half - 1, factor))
    for n in (14, 3):
        out = np.full(len(c), np.nan)
        out[n - 1] = c.close[:n].mean()
        for i in range(n, len(c)):
            out[i] = out[i - 1] + (c.close[i] - out[i - 1]) * min(1, 1 / (n * (c.close[i] / out[i - 1]) ** 4))
        columns.put(f"mcginley({n})", out)
    for n in (10, 2, 40):
        a = np.exp(-np.sqrt(2) * np.pi / n)
        b = 2 * a * np.cos(np.sqrt(2) * np.pi / n)
        c1 = 1 - b + a * a
        y = filtered(c.close, (c1 / 2, c1 / 2), (b, -a * a), c.close[:2])
        columns.put(f"super-smoother({n})", *hold_back(n, y))
    for n in (60, 5):
        w = 2 * np.pi / n
        a = (np.cos(w) + np.sin(w) - 1) / np.cos(w)
        columns.put(f"decycler({n})", *hold_back(n, filtered(c.close, (a / 2, a / 2), (1 - a,), c.close[:1])))
    for a in (0.07, 0.5):
        x = np.concatenate([c.close[:1], c.close[:1], c.close])
        first = (x[2:] + 2 * x[1:-1] + x[:-2]) / 4
        b = (a - a * a / 4, a * a / 2, -(a - 0.75 * a * a))
        y = filtered(c.close, b, (2 * (1 - a), -((1 - a) ** 2)), first[:6])
        trigger = 2 * y - np.concatenate([[0, 0], y[:-2]])
        columns.put(f"instantaneous-trend({a})", *hold_back(7, y, trigger))
    for high, low in ((13, 21), (3, 2)):
        top, bottom = talib.SMA(c.high, high), talib.SMA(c.low, low)
        # whole numbers tell a close on the average from one beyond it
        price, highs, lows = whole(c.close), summed(whole(c.high), high), summed(whole(c.low), low)
        side = np.full(len(c), -1.0)
        for i in range(max(high, low), len(c)):
            over = high * price[i] > highs[i - 1]
            under = low * price[i] < lows[i - 1]
            side[i] = 1.0 if over else -1.0 if under else side[i - 1]
        line = np.where(side > 0, bottom, top)
        columns.put(f"gann-hilo({high},{low})", *hold_back(max(high, low), line, side))


def summed(values, length):
    return rolling(values, length, lambda w: w.sum(axis=1))


def weighted(values, weights):
    return rolling(values, len(weights), lambda w: w @ (weights / weights.sum()))


def recur(values, start, factor):
    """y += factor (x - y), begun with the value before the first."""
    out = np.full(len(values), np.nan)
    y = values[start - 1]
    for i in range(start, len(values)):
        y += factor[i] * (values[i] - y)
        out[i] = y
    return out


def filtered(values, b, a, first):
    """y = b0 x + b1 x' + ... + a0 y' + ..., the first outputs given."""
    x, y = list(map(float, values)), list(map(float, first))
    for i in range(len(first), len(x)):
        y.append(sum(k * x[i - j] for j, k in enumerate(b)) + sum(k * y[i - 1 - j] for j, k in enumerate(a)))
    return np.array(y)


def forward(values, start, first):
    """The last one before where there is none."""
    out, last = values.copy(), first
    for i in range(start, len(out)):
        last = out[i] = last if np.isnan(out[i]) else out[i]
    return out


if __name__ == "__main__":
    main("trend", fill)
