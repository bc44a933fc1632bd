"""Golden numbers of what pandas-ta and TradingView have beyond TA-Lib, written naively from the definitions; those that
pandas-ta has too were held against its version 0.4.71b0 once. How to run it is in common.py."""

import math

import numpy as np
import talib

from common import hold_back, main
from levels_golden import MINUTE, measure, row_exponent, sessions
from reference import *


def anchored(w):
    """Windows less their newest value, so that equal values are exactly 0."""
    moved = w - w[:, -1:]
    return moved - moved.mean(axis=1, keepdims=True)


def shape(x, n):
    def skewness(w):
        d = anchored(w)
        m2, m3 = (d**2).mean(axis=1), (d**3).mean(axis=1)
        return np.where(m2 == 0, 0.0, quotient(np.sqrt(n * (n - 1)) / (n - 2) * m3, m2**1.5, 0.0))

    def kurtosis(w):
        d = anchored(w)
        m2, m4 = (d**2).mean(axis=1), (d**4).mean(axis=1)
        scale = (n - 1) / ((n - 2) * (n - 3))
        return np.where(m2 == 0, -3.0, scale * ((n + 1) * quotient(m4, m2**2, 0.0) - 3 * (n - 1)))

    return rolling(x, n, skewness), rolling(x, n, kurtosis) if n > 3 else None


def entropy(x, n, base):
    share = x / total(x, n)

    def shannon(w):
        p = w / w.sum(axis=1, keepdims=True)
        return -(p * np.log(p)).sum(axis=1)

    own = rolling(x, n, shannon)
    return hold_back(2 * n - 1, total(-share * np.log(share), n) / np.log(base), own / np.log(base))


def median_deviation(w):
    return np.median(np.abs(w - np.median(w, axis=1, keepdims=True)), axis=1)


def mode(w):
    ordered = np.sort(w, axis=1)
    counts = sum((ordered == ordered[:, i : i + 1]).astype(int) for i in range(w.shape[1]))
    return np.take_along_axis(ordered, counts.argmax(axis=1)[:, None], axis=1)[:, 0]


def streak(x):
    out = np.zeros(len(x))
    for i in range(1, len(x)):
        way = np.sign(x[i] - x[i - 1])
        out[i] = (out[i - 1] if out[i - 1] * way > 0 else 0) + way
    return hold_back(2, out)[0]


def ranks(w):
    n = w.shape[1]
    squares = 0
    for i in range(n):
        rank = (w < w[:, i : i + 1]).sum(axis=1) + ((w == w[:, i : i + 1]).sum(axis=1) + 1) / 2
        squares = squares + (rank - i - 1) ** 2
    return 100 * (1 - 6 * squares / (n * (n * n - 1)))


def regression(x, n, width):
    def residual(w):
        d = anchored(w)
        at = np.arange(n) - (n - 1) / 2
        rest = d - (d @ at / (at @ at))[:, None] * at
        return np.sqrt((rest**2).sum(axis=1) / (n - 1))

    middle, reach = line_end(x, n), width * rolling(x, n, residual)
    return middle, middle + reach, middle - reach


def decay(x, n, exponential):
    out, last = np.empty(len(x)), 0.0
    for i, value in enumerate(x.tolist()):
        last = max(value, last * (1 - 1 / n) if exponential else last - 1 / n, 0.0)
        out[i] = last
    return out


def smooth(x, n):
    a = math.exp(-math.pi * math.sqrt(2) / n)
    b = 2 * a * math.cos(math.pi * math.sqrt(2) / n)
    out = x.tolist()
    for i in range(2, len(x)):
        out[i] = (1 - b + a * a) * (x[i] + x[i - 1]) / 2 + b * out[i - 1] - a * a * out[i - 2]
    return np.array(out)


def smooth3(x, n):
    a = math.exp(-math.pi / n)
    b, c = 2 * a * math.cos(math.pi * math.sqrt(3) / n), a * a
    out = x.tolist()
    for i in range(3, len(x)):
        out[i] = (1 - b - c + c + b * c - c * c) * x[i] + (b + c) * out[i - 1] - (c + b * c) * out[i - 2] + c * c * out[i - 3]
    return np.array(out)


def jurik(x, n, phase):
    share, half = 1.5 + 0.01 * phase, 0.5 * (n - 1)
    lift = max(math.log2(math.sqrt(half)) + 2, 0)
    exponent = max(lift - 2, 0.5)
    band = lift * math.sqrt(half) / (lift * math.sqrt(half) + 1)
    base = 0.45 * (n - 1) / (0.45 * (n - 1) + 2)
    out, volatility, sums = [x[0]], [0.0], [0.0]
    upper = lower = first = x[0]
    factor, trend, step = 0.0, 0.0, 0.0
    for i, price in enumerate(x[1:].tolist(), 1):
        above, below = price - upper, price - lower
        volatility.append(max(abs(above), abs(below)) if abs(above) != abs(below) else 0.0)
        sums.append(sum(volatility[max(i - 9, 0) :]) / 10)
        recent = sums[max(i - 65, 0) :]
        mean = sum(recent) / len(recent)
        ratio = volatility[i] / mean if mean else 0.0
        power = max(1.0, min(lift ** (1 / exponent), ratio)) ** exponent
        factor = band ** math.sqrt(power)
        upper = price if above > 0 else price - factor * above
        lower = price if below < 0 else price - factor * below
        alpha = base**power
        first = (1 - alpha) * price + alpha * first
        trend = (1 - base) * (price - first) + base * trend
        step = (first + share * trend - out[-1]) * (1 - alpha) ** 2 + alpha * alpha * step
        out.append(out[-1] + step)
    return hold_back(n, np.array(out))[0]


def holt(x, level, trend, acceleration, variance, width):
    f, v, a, spread = x[0], 0.0, 0.0, 0.0
    before, last = x[0], x[0]
    out = [[], [], []]
    for price in x.tolist():
        f2 = (1 - level) * (f + v + a / 2) + level * price
        v2 = (1 - trend) * (v + a) + trend * (f2 - f)
        a = (1 - acceleration) * a + acceleration * (v2 - v)
        f, v = f2, v2
        reach = width * math.sqrt(spread)
        spread = (1 - variance) * spread + variance * (before - last) ** 2
        before, last = price, f + v + a / 2
        for column, value in zip(out, (last, last + reach, last - reach)):
            column.append(value)
    return [np.array(column) for column in out]


def archer(fast, slow, lookback):
    def move(x):
        change = x - lag(x, lookback)
        return np.where(np.abs(change) <= 1e-12 * np.abs(x), 0.0, change)

    up, other = move(fast), move(slow)
    known = ~np.isnan(up + other)
    runs = [np.where(known, (s * up > 0) & (other != 0), np.nan) for s in (1, -1)]
    return [np.where(known, column, np.nan) for column in (*runs, fast, slow)]


def random_walk(c, n):
    walk = talib.ATR(c.high, c.low, c.close, n) * np.sqrt(n)
    return hold_back(n + 1, quotient(c.high - lag(c.low, n), walk, 0.0), quotient(lag(c.high, n) - c.low, walk, 0.0))


def ttm(c, n):
    middle = (c.high + c.low) / 2
    distance = c.close - rolling(middle, n, lambda w: w[:, -1] + (w - w[:, -1:]).mean(axis=1))
    return np.where(np.isnan(distance), np.nan, np.where(distance > 1e-12 * c.close, 1.0, -1.0))


def alpha_trend(c, n, width, kind):
    ranges = width * sma(true_range(c), n)
    strength = talib.MFI(c.high, c.low, c.close, c.volume, n) if kind == "mfi" else talib.RSI(c.close, n)
    line = np.full(len(c), np.nan)
    for i in range(n, len(c)):
        up = strength[i] >= 50
        line[i] = c.low[i] - ranges[i] if up else c.high[i] + ranges[i]
        if i > n:
            line[i] = max(line[i], line[i - 1]) if up else min(line[i], line[i - 1])
    return hold_back(n + 3, line, np.sign(line - lag(line, 2)))


def high_pass(x, n):
    w = math.pi * math.sqrt(2) / n
    a = (math.cos(w) + math.sin(w) - 1) / math.cos(w)
    out = [0.0, (1 - a / 2) ** 2 * (x[1] - x[0])]
    for i in range(2, len(x)):
        out.append((1 - a / 2) ** 2 * (x[i] - 2 * x[i - 1] + x[i - 2]) + 2 * (1 - a) * out[-1] - (1 - a) ** 2 * out[-2])
    return np.array(out)


def sinewave(x, duration, n):
    w = 2 * math.pi / duration
    a = (1 - math.sin(w)) / math.cos(w)
    high = [0.0]
    for i in range(1, len(x)):
        high.append((1 + a) / 2 * (x[i] - x[i - 1]) + a * high[-1])
    y = smooth(np.array(high), n)
    mean, power = sma(y, 3), sma(y**2, 3)
    return hold_back(duration, quotient(mean, np.sqrt(power), 0.0))[0]


def flex(x, n, reflex):
    y = smooth(x, n / 2)
    past = np.lib.stride_tricks.sliding_window_view(y, n + 1)
    now, slope = past[:, -1:], (past[:, :1] - past[:, -1:]) / n if reflex else 0.0
    distance = (now + np.arange(n, 0, -1) * slope - past[:, :-1]).mean(axis=1)
    out, square = np.full(len(x), np.nan), 0.0
    for i, d in enumerate(distance.tolist(), n):
        square = 0.04 * d * d + 0.96 * square
        out[i] = d / math.sqrt(square) if square else 0.0
    return out


def brar(c, n):
    before = lag(c.close)
    up, down = np.maximum(c.high - before, 0), np.maximum(before - c.low, 0)
    ratios = (total(c.high - c.open, n), total(c.open - c.low, n)), (total(up, n), total(down, n))
    return hold_back(n + 1, *[100 * quotient(a, b, np.nan) for a, b in ratios])


def exhaustion(x, n):
    change = x - lag(x, n)
    out = np.zeros((2, len(x)))
    for i in range(n, len(x)):
        out[0, i] = out[0, i - 1] + 1 if change[i] > 0 else 0
        out[1, i] = out[1, i - 1] + 1 if change[i] < 0 else 0
    return hold_back(n + 1, *out)


def rsx(x, n):
    change = np.append(0.0, np.diff(x))
    factor = 3 / (n + 2)

    def average(values):
        out, now = [], 0.0
        for value in values.tolist():
            now = factor * value + (1 - factor) * now
            out.append(now)
        return np.array(out)

    def thrice(values):
        for _ in range(3):
            e = average(values)
            values = 1.5 * e - 0.5 * average(e)
        return values

    return hold_back(n + 1, np.clip(50 * (quotient(thrice(change), thrice(np.abs(change)), 0.0) + 1), 0, 100))[0]


def squeeze_pro(c, n, momentum, length):
    change = rolling(c.close - lag(c.close, momentum), length, lambda w: w.mean(axis=1))
    bands, ranges = 2 * deviation(c.close, n), sma(true_range(c), n)
    flat = rolling(c.close, n, lambda w: (w.max(axis=1) == w.min(axis=1)).astype(float)) == 1
    bands = np.where(flat, 0.0, bands)
    on = [(bands < width * ranges * (1 - 1e-9)).astype(float) for width in (2.0, 1.5, 1.0)]
    return hold_back(max(n + 1, momentum + length), change, *on)


def momentum_of_opens(c, n, calc, length):
    count = np.sign(c.close[n - 1 :, None] - np.lib.stride_tricks.sliding_window_view(c.open, n)).sum(axis=1)
    main = ema(ema(np.append(np.full(n - 1, np.nan), count), calc), length)
    return hold_back(n + calc + 2 * length - 3, main, ema(main, length))


def ergodic(x, fast, slow, signal):
    change = x - lag(x)
    line = quotient(ema(ema(change, slow), fast), ema(ema(np.abs(change), slow), fast), 0.0)
    mean = ema(line, signal)
    return hold_back(slow + fast + signal - 1, line, mean, line - mean)


def chop_zone(c, n, average):
    top, bottom, line = highest(c.high, n), lowest(c.low, n), ema(c.close, average)
    rise = (line - lag(line)) / ((c.high + c.low + c.close) / 3)
    angle = np.degrees(np.arctan(quotient(25 * bottom * rise, top - bottom, 0.0)))
    return hold_back(max(n, average + 1), angle)[0]


def volatility_stop(c, n, width):
    distance = width * talib.ATR(c.high, c.low, c.close, n)
    stop, trend = np.full(len(c), np.nan), np.full(len(c), np.nan)
    top = bottom = c.close[n]
    up, now = True, c.close[n] - distance[n]
    for i in range(n, len(c)):
        x = c.close[i]
        top, bottom = max(top, x), min(bottom, x)
        now = max(now, top - distance[i]) if up else min(now, bottom + distance[i])
        if (x - now >= 0) != up:
            up = not up
            top = bottom = x
            now = x - distance[i] if up else x + distance[i]
        stop[i], trend[i] = now, 1 if up else -1
    return stop, trend


def signed_volume(c, fast, slow, signal):
    price = c.high + c.low + c.close
    force = np.where(price - lag(price) >= -1e-14 * price, c.volume, -c.volume)
    force[0] = np.nan
    line = ema(force, fast) - ema(force, slow)
    return hold_back(max(fast, slow) + signal, line, ema(line, signal))


def vwap_bands(c, n):
    tp = (c.high + c.low + c.close) / 3
    base = np.lib.stride_tricks.sliding_window_view(tp, n)
    base = base - base[:, -1:]
    weight = np.lib.stride_tricks.sliding_window_view(c.volume, n)
    with np.errstate(all="ignore"):
        mean = (base * weight).sum(axis=1) / weight.sum(axis=1)
        spread = np.sqrt((weight * (base - mean[:, None]) ** 2).sum(axis=1) / weight.sum(axis=1))
    pad = np.full(n - 1, np.nan)
    mean, spread = np.append(pad, mean) + tp, np.append(pad, spread)
    return mean, *[mean + s * k * spread for k in (1, 2, 3) for s in (1, -1)]


def heat(w):
    d = anchored(w)
    return quotient(d[:, -1], np.sqrt((d * d).mean(axis=1)), 0.0)


def twap(c, kind):
    price = (c.open + c.high + c.low + c.close) / 4
    out = np.full(len(c), np.nan)
    for a, b, whole, _ in sessions(c, kind):
        if whole:
            out[a:b] = np.cumsum(price[a:b].astype(np.longdouble)) / np.arange(1, b - a + 1)
    return out


def market_profile(c, kind, minutes, rows, percent):
    out = np.full((6, len(c)), np.nan)
    for a, b, whole, begin in sessions(c, kind):
        bracket = (c.time[a:b] - begin) // (minutes * MINUTE)
        for i in range(a, b):
            if whole:
                low, high = c.low[a : i + 1], c.high[a : i + 1]
                width = np.ldexp(1.0, row_exponent(low.min(keepdims=True), high.max(keepdims=True), rows))
                first = int(np.floor(low.min() / width[0]))
                marks = np.zeros(rows)
                for k in np.unique(bracket[: i + 1 - a]):
                    here = bracket[: i + 1 - a] == k
                    touched = np.floor(np.array([low[here].min(), high[here].max()]) / width[0]).astype(int) - first
                    marks[touched[0] : touched[1] + 1] += 1
                out[:3, i] = measure(marks, first, width[0], low.min(), high.max(), percent / 100)
            out[3:, i] = out[:3, a - 1] if a else np.nan
    return out


def of_series(columns, x):
    for n in (3, 20):
        skewness, kurtosis = shape(x, n)
        columns.put(f"skewness({n})", skewness)
        if n > 3:
            columns.put(f"kurtosis({n})", kurtosis)
        columns.put(f"median-deviation({n + 1})", rolling(x, n + 1, median_deviation), rolling(x, n + 1, lambda w: np.median(w, axis=1)))
        columns.put(f"median-deviation({n})", rolling(x, n, median_deviation), rolling(x, n, lambda w: np.median(w, axis=1)))
    for n, base in ((2, 10.0), (10, 2.0)):
        columns.put(f"entropy({n},{base})", *entropy(x, n, base))
    for n in (3, 20):
        columns.put(f"mode({n})", rolling(x, n, mode))
        columns.put(f"dpo-lagged({n})", x - lag(sma(x, n), n // 2 + 1))
        columns.put(f"range({n})", highest(x, n) - lowest(x, n))
        before = lag(x)
        rising = [(x > highest(before, n)).astype(float), (x < lowest(before, n)).astype(float)]
        columns.put(f"rising({n})", *hold_back(n + 1, *rising))
        columns.put(f"rank-correlation({n})", rolling(x, n, ranks))
        columns.put(f"regression-channel({n},{n / 10})", *regression(x, n, n / 10))
        columns.put(f"hamming({n})", rolling(x, n, lambda w: w @ np.hamming(n) / np.hamming(n).sum()))
        columns.put(f"super-smoother-3({n})", hold_back(n, smooth3(x, n))[0])
        columns.put(f"reflex({n})", flex(x, n, True))
        columns.put(f"trendflex({n})", flex(x, n, False))
    columns.put("streak()", streak(x))
    columns.put("extremes()", np.maximum.accumulate(x), np.minimum.accumulate(x))
    columns.put("decay(5)", decay(x, 5, False))
    columns.put("decay(7,exponential)", decay(x, 7, True))
    for n, phase in ((7, 0.0), (2, 50.0), (20, -100.0)):
        columns.put(f"jma({n},{phase})", jurik(x, n, phase))
    for weights in ((0.2, 0.1, 0.1, 0.1, 1.0), (0.5, 0.2, 0.05, 0.3, 2.0)):
        columns.put("holt-winters(%s,%s,%s,%s,%s)" % weights, *holt(x, *weights))
    columns.put("archer-trend(8,21,2,ema)", *archer(ema(x, 8), ema(x, 21), 2))
    columns.put("archer-trend(3,5,1,sma)", *archer(talib.SMA(x, 3), talib.SMA(x, 5), 1))
    for n, percent, line in ((20, 10.0, talib.SMA(x, 20)), (4, 2.5, ema(x, 4))):
        bands = line, line * (1 + percent / 100), line * (1 - percent / 100)
        columns.put(f"envelopes({n},{percent},{'sma' if n == 20 else 'ema'})", *bands)
    for longest, shortest in ((48, 10), (7, 3)):
        columns.put(f"roofing-filter({longest},{shortest})", *hold_back(longest, smooth(high_pass(x, longest), shortest)))
        columns.put(f"even-better-sinewave({longest},{shortest})", sinewave(x, longest, shortest))
    for n in (4, 9):
        columns.put(f"exhaustion({n})", *exhaustion(x, n))
    for n in (14, 3):
        columns.put(f"rsx({n})", rsx(x, n))
    for lengths in ((5, 20, 5), (2, 3, 4)):
        columns.put("smi-ergodic(%d,%d,%d)" % lengths, *ergodic(x, *lengths))
    for fast, slow, width in ((20, 50, 2.0), (3, 7, 1.5)):
        (a, s), (b, t) = [(sma(x, n), width * deviation(x, n)) for n in (fast, slow)]
        trend = 100 * (np.abs(a - s - b + t) - np.abs(a + s - b - t)) / a
        columns.put(f"bollinger-trend({fast},{slow},{width})", trend)


def fill(columns, c):
    of_series(columns, c.close)
    for n in (2, 14):
        columns.put(f"random-walk({n})", *random_walk(c, n))
        columns.put(f"brar({n})", *brar(c, n))
        columns.put(f"rolling-vwap-bands({n})", *vwap_bands(c, n))
    for n in (1, 6):
        columns.put(f"ttm-trend({n})", ttm(c, n))
    for n, width, kind in ((14, 1.0, "mfi"), (3, 0.5, "rsi")):
        columns.put(f"alpha-trend({n},{width},{kind})", *alpha_trend(c, n, width, kind))
    for lengths in ((20, 12, 6), (4, 3, 2)):
        columns.put("squeeze-pro(%d,%d,%d)" % lengths, *squeeze_pro(c, *lengths))
    for lengths in ((14, 5, 3), (3, 2, 4)):
        columns.put("tmo(%d,%d,%d)" % lengths, *momentum_of_opens(c, *lengths))
    for n, average in ((30, 34), (9, 4)):
        columns.put(f"chop-zone({n},{average})", chop_zone(c, n, average))
    gap = np.abs(c.open - lag(c.close))
    columns.put("price-distance()", *hold_back(2, 2 * (c.high - c.low) + gap - np.abs(c.close - c.open)))
    for n, width in ((20, 2.0), (3, 1.0)):
        columns.put(f"volatility-stop({n},{width})", *volatility_stop(c, n, width))
    sign = np.sign(c.close - lag(c.close))
    columns.put("net-volume()", *hold_back(2, sign * c.volume, c.close * c.volume, sign * c.close * c.volume))
    for n in (5, 30):
        columns.put(f"volume-heat({n})", rolling(c.volume, n, heat))
    total_volume = talib.OBV(c.close, c.volume)
    for fast, slow, lookback in ((4, 12, 2), (2, 3, 1)):
        runs = archer(ema(total_volume, fast), ema(total_volume, slow), lookback)
        columns.put(f"archer-obv({fast},{slow},{lookback})", *hold_back(max(fast, slow) + lookback, *runs, total_volume))
    for lengths in ((34, 55, 13), (3, 5, 2)):
        columns.put("klinger-plain(%d,%d,%d)" % lengths, *signed_volume(c, *lengths))
    for n in (3, 9):
        counts = [total(way.astype(float), n) for way in (c.close > c.open, c.close < c.open)]
        columns.put(f"advance-decline-bars({n})", quotient(*counts, np.nan))
    span = c.high - c.low
    columns.put("intraday-intensity()", quotient(2 * c.close - c.high - c.low, span * c.volume, 0.0))
    columns.put("wvad()", quotient((c.close - c.open) * c.volume, span, 0.0))
    for n in (3, 14):
        hole = np.maximum(c.low - lag(c.high, 2), 0) + np.minimum(c.high - lag(c.low, 2), 0)
        percent = quotient(100 * hole, highest(c.high, n) - lowest(c.low, n), 0.0)
        columns.put(f"fair-value-gap({n})", *hold_back(n, hole, percent))
    up, down = c.high - lag(c.high), lag(c.low) - c.low
    columns.put("inside-bar()", *hold_back(2, *[((s * up > 0) & (s * down > 0)).astype(float) for s in (-1, 1)]))
    for kind in ("day", "week"):
        columns.put(f"session-twap({kind})", twap(c, kind))
    if len(c) > 10_000:
        return  # a profile made anew at every bar takes too long
    columns.put("session-tpo(day,120,64,70.0)", *market_profile(c, "day", 120, 64, 70))
    columns.put("session-tpo(week,30,10,68.0)", *market_profile(c, "week", 30, 10, 68))


if __name__ == "__main__":
    main("parity", fill)
