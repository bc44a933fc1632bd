"""Golden numbers of the family momentum; how to run it is in common.py."""

import math

import numpy as np
import talib

from common import AVERAGES, hold_back, main
from reference import *


def kst(close, signal):
    pairs = zip((10, 15, 20, 30), (10, 10, 10, 15))
    line = sum((i + 1) * sma(100 * (close / lag(close, n) - 1), m) for i, (n, m) in enumerate(pairs))
    return hold_back(44 + signal, line, sma(line, signal))


def fisher(c, length):
    middle = (c.high + c.low) / 2
    top, bottom = highest(middle, length), lowest(middle, length)
    place = quotient(middle - bottom, top - bottom, 0.5).tolist()
    out, before = np.full(len(c), np.nan), np.full(len(c), np.nan)
    x = y = 0.0
    for i in range(length - 1, len(c)):
        x = 0.66 * (place[i] - 0.5) + 0.67 * x
        x = math.copysign(0.999, x) if abs(x) > 0.99 else x
        before[i] = y
        y = 0.25 * math.log((1 + x) / (1 - x)) * 2 + 0.5 * y
        out[i] = y
    return out, before


def connors(close, length, streak_length, rank):
    streak, run = np.zeros(len(close)), 0
    for i, move in enumerate(np.sign(np.diff(close)).tolist(), 1):
        run = run + move if move * run > 0 else move
        streak[i] = run
    change = (close - lag(close)) / lag(close)
    below = rolling(change, rank + 1, lambda w: (w[:, :-1] < w[:, -1:]).mean(axis=1) * 100)
    out = (talib.RSI(close, length) + talib.RSI(streak, streak_length) + below) / 3
    return hold_back(max(length, streak_length, rank + 1) + 1, out)[0]


def four(x):
    return (x + 2 * lag(x) + 2 * lag(x, 2) + lag(x, 3)) / 6


def vigor(c, length):
    out = quotient(total(four(c.close - c.open), length), total(four(c.high - c.low), length), 0.0)
    return hold_back(length + 6, out, four(out))


def squeeze(c, length, bands, channel):
    mean = sma(c.close, length)
    middle = (highest(c.high, length) + lowest(c.low, length)) / 2
    momentum = line_end((c.close - (middle + mean) / 2), length)
    on = deviation(c.close, length) * bands < sma(true_range(c), length) * channel
    return hold_back(2 * length - 1, momentum, on.astype(float))


def place(x, length, scale):
    """Where in its range, by halves smoothed; a range that is rounding leaves it where it was."""
    top, bottom = highest(x, length).tolist(), lowest(x, length).tolist()
    out, at, smooth = np.full(len(x), np.nan), 0.0, None
    for i, value in enumerate(x.tolist()):
        span = top[i] - bottom[i]
        if span != span:
            continue
        if span >= 1e-12 * abs(scale[i]):
            at = 100 * (value - bottom[i]) / span
        smooth = at if smooth is None else (smooth + at) / 2
        out[i] = smooth
    return out


def schaff(close, fast, slow, length):
    """In a still market the averages differ by less than doubles can tell."""
    fine = close.astype(np.longdouble)
    first = place(ema(fine, fast) - ema(fine, slow), length, close)
    return place(first, length, np.full(len(close), 100.0))


def wave(c, channel, length, signal):
    """At rest both distances fade together, so that doubles would divide noise by noise."""
    typical = ((c.high + c.low + c.close) / 3).astype(np.longdouble)
    distance = typical - ema(typical, channel)
    index = quotient(distance, 0.015 * ema(np.abs(distance), channel), 0.0)
    line = ema(index.astype(float), length)
    return hold_back(2 * channel + length + signal - 3, line, sma(line, signal))


def time_correlation(x, length):
    at = np.arange(length) - (length - 1) / 2

    def of(windows):
        centred = windows - windows.mean(axis=1, keepdims=True)
        size = np.sqrt((centred**2).sum(axis=1) * (at @ at))
        flat = windows.max(axis=1) == windows.min(axis=1)
        return np.where(flat, 0.0, quotient(centred @ at, size, 0.0))

    return rolling(x, length, of)


def qqe(close, length, smooth, factor):
    index = ema(talib.RSI(close, length), smooth)
    double = 2 * length - 1
    far = (factor * ema(ema(np.abs(index - lag(index)), double), double)).tolist()
    out = np.full(len(close), np.nan)
    lower, upper, up, values = 0.0, 100.0, True, index.tolist()
    for i in range(1, len(close)):
        if far[i] != far[i]:
            continue
        before, now = values[i - 1], values[i]
        up = now > upper or (up and now >= lower)
        held = min(before, now)
        lower = max(lower, now - far[i]) if held > lower else now - far[i]
        held = max(before, now)
        upper = min(upper, now + far[i]) if held < upper else now + far[i]
        out[i] = lower if up else upper
    return hold_back(5 * length + smooth - 3, index, out)


def beyond_talib(columns, c):
    for signal in (1, 9):
        columns.put(f"kst({signal})", *kst(c.close, signal))
    for n in (2, 9, 60):
        columns.put(f"fisher({n})", *fisher(c, n))
    for lengths in ((3, 2, 100), (5, 9, 3)):
        columns.put("connors-rsi(%d,%d,%d)" % lengths, connors(c.close, *lengths))
    for n in (2, 10):
        columns.put(f"chande-forecast({n})", 100 * (c.close - line_end(c.close, n)) / c.close)
        columns.put(f"relative-vigor({n})", *vigor(c, n))
        columns.put(f"bias({n})", 100 * (c.close / sma(c.close, n) - 1))
        columns.put(f"correlation-trend({n})", time_correlation(c.close, n))
        rises = np.where(c.close > lag(c.close), 100.0, 0.0)
        columns.put(f"psychological-line({n})", *hold_back(n + 1, sma(rises, n)))
        far = quotient(c.close - sma(c.close, n), ema(true_range(c), n), 0.0)
        columns.put(f"pgo({n})", *hold_back(n + 1, far))
    for n, bands, channel in ((20, 2.0, 1.5), (4, 1.0, 1.2)):
        columns.put(f"squeeze({n},{bands},{channel})", *squeeze(c, n, bands, channel))
    for lengths in ((23, 50, 10), (3, 7, 4)):
        columns.put("schaff(%d,%d,%d)" % lengths, schaff(c.close, *lengths))
    for lengths in ((10, 21, 4), (3, 4, 2)):
        columns.put("wave-trend(%d,%d,%d)" % lengths, *wave(c, *lengths))
    for n, smooth, factor in ((14, 5, 4.236), (3, 2, 1.5)):
        columns.put(f"qqe({n},{smooth},{factor})", *qqe(c.close, n, smooth, factor))


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
    columns.put("apo(12,26)", talib.APO(c.close, 12, 26, 1))
    columns.put("ppo(12,26)", talib.PPO(c.close, 12, 26, 1))
    for kind, number in AVERAGES:
        columns.put(f"apo(3,7,{kind})", talib.APO(c.close, 3, 7, number))
        columns.put(f"ppo(3,7,{kind})", talib.PPO(c.close, 3, 7, number))
        columns.put(f"macd-ext(3,7,4,{kind},{kind})", *talib.MACDEXT(c.close, 3, number, 7, number, 4, number))
        columns.put(f"stochastic(6,4,3,{kind},{kind})", *talib.STOCH(*bars, 6, 4, number, 3, number))
        columns.put(f"stochastic(6,1,3,sma,{kind})", *talib.STOCHF(*bars, 6, 3, number))
        columns.put(f"kdj(6,4,3,{kind})", *talib.KDJ(*bars, 6, 4, number, 3, number))
    columns.put("macd-ext(12,26,9)", *talib.MACDEXT(c.close, 12, 0, 26, 0, 9, 0))
    columns.put("macd-ext(3,7,4,ema,wma)", *talib.MACDEXT(c.close, 3, 1, 7, 1, 4, 2))
    for n in (1, 9):
        columns.put(f"macd-fix({n})", *talib.MACDFIX(c.close, n))
    columns.put("kdj(9,3,3)", *talib.KDJ(*bars))
    for n in (2, 14):
        columns.put(f"cmo({n})", talib.CMO(c.close, n))
        columns.put(f"cmo-plain({n})", talib.CMOU(c.close, n))
        columns.put(f"intraday-momentum({n})", talib.IMI(c.open, c.close, n))
        columns.put(f"williams-r({n})", talib.WILLR(*bars, n))
    for fast, slow, signal in ((5, 34, 5), (2, 5, 3)):
        columns.put(f"awesome({fast},{slow})", talib.AO(c.high, c.low, fast, slow))
        columns.put(f"accelerator({fast},{slow},{signal})", talib.AC(c.high, c.low, fast, slow, signal))
    columns.put("balance-of-power()", talib.BOP(c.open, *bars))
    for smooth, short, long in ((10, 11, 14), (3, 4, 2)):
        columns.put(f"coppock({smooth},{short},{long})", talib.COPPOCK(c.close, smooth, short, long))
    for n in (2, 5, 20):
        columns.put(f"dpo({n})", talib.DPO(c.close, n))
        columns.put(f"forecast-oscillator({n})", talib.FOSC(c.close, n))
        columns.put(f"elder-ray({n})", *talib.ERI(*bars, n))
    for n in (2, 10):
        columns.put(f"efficiency-ratio({n})", talib.ER(c.close, n))
        columns.put(f"qstick({n})", talib.QSTICK(c.open, c.close, n))
    for n in (1, 10):
        columns.put(f"momentum({n})", talib.MOM(c.close, n))
        ratios = talib.ROCR(c.close, n), talib.ROCR100(c.close, n), talib.ROCP(c.close, n)
        columns.put(f"change-ratio({n})", *ratios)
    for left, right in ((2, 2), (1, 3), (4, 1)):
        swings = [swing.astype(float) for swing in talib.FRACTAL(c.high, c.low, left, right)]
        columns.put(f"fractal({left},{right})", *hold_back(left + right + 1, *swings))
    for n, fast, slow, signal in ((13, 2, 25, 9), (3, 4, 2, 3)):
        columns.put(f"smi({n},{fast},{slow},{signal})", *talib.SMI(*bars, n, fast, slow, signal))
    for first, second in ((25, 13), (3, 5)):
        columns.put(f"tsi({first},{second})", talib.TSI(c.close, first, second))
    for n, span, signal in ((14, 14, 3), (14, 5, 3), (3, 4, 2)):
        columns.put(f"stochastic-rsi({n},{span},1,{signal})", *talib.STOCHRSI(c.close, n, span, signal, 0))
    columns.put("stochastic-rsi(14,5,1,3,ema)", *talib.STOCHRSI(c.close, 14, 5, 3, 1))
    for n in (2, 30):
        columns.put(f"trix({n})", talib.TRIX(c.close, n))
    for lengths in ((7, 14, 28), (2, 3, 4)):
        columns.put(f"ultimate({lengths[0]},{lengths[1]},{lengths[2]})", talib.ULTOSC(*bars, *lengths))
    columns.put("williams-ad()", talib.WAD(*bars))
    columns.put("stochastic(14,3,3)", *talib.STOCH(*bars, 14, 3, 0, 3, 0))
    columns.put("stochastic(5,1,4)", *talib.STOCH(*bars, 5, 1, 0, 4, 0))
    beyond_talib(columns, c)


if __name__ == "__main__":
    main("momentum", fill)
