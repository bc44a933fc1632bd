"""Swings, patterns, Fibonacci levels, support and resistance, written down naively.

Swings are found leg by leg, by looking for the first bar that ends a leg over all that follow; the
Java code goes bar by bar. A swing is (bar, price, known bar); highs and lows come in turn.
"""

from collections import namedtuple

import numpy as np
import talib

Swing = namedtuple("Swing", "bar price high known")


# swings ------------------------------------------------------------------------------------------


def zigzag(c, way_back):
    """way_back: for each bar, how far the price must come back from an extreme there; NaN: not yet."""
    start = int(np.argmax(~np.isnan(way_back)))
    found = first_turn(c, way_back, start)
    if found is None:
        return []
    swings = [found]
    while True:
        last = swings[-1]
        up = not last.high
        front, back = (c.high, c.low) if up else (-c.low, -c.high)
        known = end_of_leg(front, back, way_back, last.known, last.price if up else -last.price)
        if known is None:
            return swings
        bar = last.known + int(np.argmax(front[last.known : known]))
        swings.append(Swing(bar, c.high[bar] if up else c.low[bar], up, known))


def first_turn(c, way_back, start):
    """By a plain loop: the first extreme that is left; a bar that leaves both begins anew."""
    top = bottom = start
    for t in range(start + 1, len(c)):
        newer = (c.high[t] > c.high[top], c.low[t] < c.low[bottom])
        top, bottom = (t if newer[0] else top), (t if newer[1] else bottom)
        down = not newer[0] and c.high[top] > c.low[t] and c.high[top] - c.low[t] >= way_back[top]
        up = not newer[1] and c.high[t] > c.low[bottom] and c.high[t] - c.low[bottom] >= way_back[bottom]
        if down and up:
            top = bottom = t
        elif down:
            return Swing(top, c.high[top], True, t)
        elif up:
            return Swing(bottom, c.low[bottom], False, t)
    return None


def end_of_leg(front, back, way_back, start, before):
    """The bar at which the leg upward from start is known to have ended."""
    size = 64
    while True:
        end = min(start + size, len(front))
        leg = front[start:end]
        top = np.maximum.accumulate(leg)
        fresh = np.concatenate([[True], leg[1:] > top[:-1]])
        bar = np.maximum.accumulate(np.where(fresh, np.arange(len(leg)), 0)) + start
        behind = back[start:end]
        left = (top > behind) & (top - behind >= way_back[bar])
        ended = ~fresh & (left | (behind < before))
        if ended.any():
            return start + int(np.argmax(ended))
        if end == len(front):
            return None
        size *= 4


def fractals(c, n):
    """Bars that stand out among n on either side; of equal ones in a row the last."""
    if len(c) < 2 * n + 1:
        return []
    highs = np.lib.stride_tricks.sliding_window_view(c.high, 2 * n + 1)
    lows = np.lib.stride_tricks.sliding_window_view(c.low, 2 * n + 1)
    tops = set(n + np.flatnonzero((highs[:, n] == highs.max(1)) & (highs[:, n] > highs[:, n + 1 :].max(1))))
    bottoms = set(n + np.flatnonzero((lows[:, n] == lows.min(1)) & (lows[:, n] < lows[:, n + 1 :].min(1))))
    one = sorted(tops ^ bottoms)
    if not one:
        return []
    high, low = c.high.tolist(), c.low.tolist()
    negative = [-x for x in low], [-x for x in high]
    swings, front = [], one[0]
    up = front in tops
    for bar in range(front + 1, len(c) - n):
        ahead, behind = (high, low) if up else negative
        if ahead[bar] >= ahead[front]:
            front = bar
        elif bar in (bottoms if up else tops) and front in (tops if up else bottoms):
            if behind[bar] == min(behind[front + 1 : bar + 1]):
                swings.append(Swing(front, high[front] if up else low[front], up, bar + n))
                front, up = bar, not up
    return swings


def swings_of(c, kind, size):
    if kind == "atr":
        return zigzag(c, size * talib.ATR(c.high, c.low, c.close, 14)), 15
    if kind == "percent":
        return percent_zigzag(c, size / 100.0), 1
    return fractals(c, int(size)), 2 * int(size) + 1


def percent_zigzag(c, part):
    """Bar by bar, by the sentence: highest high since the low, until a low is far enough below."""
    high, low = c.high.tolist(), c.low.tolist()
    swings, top, bottom, up = [], 0, 0, None
    for t in range(1, len(c)):
        higher, lower = high[t] > high[top], low[t] < low[bottom]
        if up is not False and higher:
            top = t
        if up is not True and lower:
            bottom = t
        down = up is not False and not higher and high[top] > low[t]
        down = down and (high[top] - low[t] >= part * high[top] or up and low[t] < swings[-1].price)
        rise = up is not True and not lower and high[t] > low[bottom]
        rise = rise and (
            high[t] - low[bottom] >= part * low[bottom] or up is False and high[t] > swings[-1].price
        )
        if down and rise:
            top = bottom = t
        elif down:
            swings.append(Swing(top, high[top], True, t))
            up, bottom = False, t
        elif rise:
            swings.append(Swing(bottom, low[bottom], False, t))
            up, top = True, t
    return swings


# patterns ----------------------------------------------------------------------------------------


def close_to(deviation, allowed):
    return 1 - 0.5 * abs(deviation) / allowed


def alike(a, b):
    return min(a, b) / max(a, b)


def reach(length, least):
    return min(1.0, 0.5 * length / least)


def mean(*measures):
    return sum(measures) / len(measures)


# limits give way by a hair, because prices in ticks can hit them exactly
HAIR = 1e-9
LEVEL, SHOULDERS, STANDS_OUT, VALLEYS = 0.1 + HAIR, 0.3 + HAIR, 0.2 - HAIR, 0.4 + HAIR
FIT, FLAT, NARROWER, PARALLEL = 0.12 + HAIR, 0.15 + HAIR, 0.35 - HAIR, 0.2 + HAIR
SHALLOW, BEYOND, DRIFT = 0.5 + HAIR, 0.1 + HAIR, 0.3 + HAIR


def beyond(sign, close, invalidation):
    return np.sign(sign) * (close - invalidation) < -HAIR * abs(invalidation)


def head_and_shoulders(p):
    """p: the last swings as (bar, price), the last being a top; returns sign times confidence."""
    if len(p) < 6:
        return 0.0
    (_, start), (b1, left), (b2, v1), (b3, head), (b4, v2), (b5, right) = p[-6:]

    def neck(bar):
        return v1 + (v2 - v1) / (b4 - b2) * (bar - b2)

    height = head - neck(b3)
    shoulders_stand = min(left - neck(b1), right - neck(b5)) >= STANDS_OUT * height
    if not (height > 0 and head - max(left, right) >= STANDS_OUT * height and shoulders_stand and start < v1):
        return 0.0
    if abs(left - right) > SHOULDERS * height or abs(v1 - v2) > SHOULDERS * height:
        return 0.0
    return -mean(
        close_to(left - right, SHOULDERS * height),
        close_to(v1 - v2, SHOULDERS * height),
        alike(b3 - b1, b5 - b3),
        reach(left - start, height),
    )


def double(p):
    if len(p) < 4:
        return 0.0
    (_, start), (b1, first), (b2, valley), (b3, second) = p[-4:]
    top = (first + second) / 2
    height = top - valley
    if abs(second - top) > LEVEL * height or start > valley:
        return 0.0
    if len(p) > 4 and p[-5][1] >= top - LEVEL * height:
        return 0.0
    return -mean(close_to(second - top, LEVEL * height), alike(b3 - b2, b2 - b1), reach(first - start, height))


def triple(p):
    if len(p) < 6:
        return 0.0
    (_, start), (b1, t1), (_, v1), (b3, t2), (_, v2), (b5, t3) = p[-6:]
    top = (t1 + t2 + t3) / 3
    height = top - min(v1, v2)
    apart = max(abs(t - top) for t in (t1, t2, t3))
    if apart > LEVEL * height or abs(v1 - v2) > VALLEYS * height or start > min(v1, v2):
        return 0.0
    return -mean(
        close_to(apart, LEVEL * height),
        close_to(v1 - v2, VALLEYS * height),
        alike(b5 - b3, b3 - b1),
        reach(t1 - start, height),
    )


def line(x, y):
    """Least squares by the normal equations."""
    n = len(x)
    slope = (n * sum(a * b for a, b in zip(x, y)) - sum(x) * sum(y)) / (n * sum(a * a for a in x) - sum(x) ** 2)
    return lambda at: sum(y) / n + slope * (at - sum(x) / n)


def boundaries(p, known, high, close):
    """Triangle, wedge and channel of real prices; high: whether the last swing is one."""
    none = 0.0, 0.0, 0.0
    if len(p) < 5:
        return none
    bars = [float(bar - p[-5][0]) for bar, _ in p[-5:]]
    prices = [price for _, price in p[-5:]]
    three, two = line(bars[::2], prices[::2]), line(bars[1::2], prices[1::2])
    upper, lower = (three, two) if high else (two, three)
    gap = upper(0) - lower(0)
    now = known - p[-5][0]
    miss = max(abs(three(bar) - price) for bar, price in zip(bars[::2], prices[::2]))
    if not (gap > 0 and upper(now) - lower(now) > HAIR * gap and miss <= FIT * gap):
        return none
    up, low = (upper(bars[4]) - upper(0)) / gap, (lower(bars[4]) - lower(0)) / gap
    came = 1 if high else -1

    def score(shape):
        return mean(close_to(miss, FIT * gap), shape, alike(bars[4] - bars[2], bars[2] - bars[0]))

    def standing(*forms):
        """Without those that the close has left by the wrong side."""
        return [0.0 if beyond(x, close, lower(now) if x > 0 else upper(now)) else x for x in forms]

    if abs(low - up) <= PARALLEL:
        slope = (up + low) / 2
        sign = came if abs(slope) <= FLAT else np.sign(slope)
        return standing(0.0, 0.0, sign * score(close_to(low - up, PARALLEL)))
    if low - up < NARROWER:
        return none
    confidence = score(reach(low - up, NARROWER))
    if up > FLAT:
        return standing(0.0, -confidence, 0.0)
    if low < -FLAT:
        return standing(0.0, confidence, 0.0)
    if up >= -FLAT:
        return standing(confidence, 0.0, 0.0)
    if low <= FLAT:
        return standing(-confidence, 0.0, 0.0)
    return standing(came * confidence, 0.0, 0.0)


def pauses(p, known):
    """Flag and pennant, the last swing being a top, so after a fall."""
    if len(p) < 5:
        return 0.0, 0.0
    (b0, start), (b1, tip), (b2, t1), (b3, low), (b4, t2) = p[-5:]
    pole = start - tip
    back = max(t1, t2) - tip
    if pole / (b1 - b0) < (1 - HAIR) * (t1 - tip + t1 - low + t2 - low) / (b4 - b1):
        return 0.0, 0.0
    if back > SHALLOW * pole or tip - low > BEYOND * pole or b4 - b1 > 4 * (b1 - b0):
        return 0.0, 0.0

    def gap(bar):
        return t1 + (t2 - t1) / (b4 - b2) * (bar - b2) - (tip + (low - tip) / (b3 - b1) * (bar - b1))

    if gap(b1) <= 0 or gap(known) <= HAIR * gap(b1):
        return 0.0, 0.0
    narrower = 1 - gap(b4) / gap(b1)
    both = close_to(back, SHALLOW * pole), close_to(b4 - b1, 4 * (b1 - b0))
    flag = -mean(*both, close_to(narrower, DRIFT)) if abs(narrower) <= DRIFT else 0.0
    pennant = -mean(*both, reach(narrower, NARROWER)) if narrower >= NARROWER else 0.0
    return flag, pennant


def chart_patterns(swings, close):
    """Of the last swings: head and shoulders, double, triple, triangle, wedge, flag, pennant, channel.

    One that the close has made invalid by then is none: beyond the right shoulder, the highest top, the
    pause or the line on the other side.
    """
    last = swings[-1]
    sign = 1 if last.high else -1
    plain = [(s.bar, s.price) for s in swings[-6:]]
    upright = [(bar, sign * price) for bar, price in plain]
    triangle, wedge, channel = boundaries(plain, last.known, last.high, close)
    highs = [price for _, price in upright[::-1][::2]]

    def unless_above(count, signed):
        return 0.0 if beyond(-1, sign * close, max(highs[:count])) else sign * signed

    flag, pennant = (unless_above(2, x) for x in pauses(upright, last.known))
    forms = (1, head_and_shoulders), (2, double), (3, triple)
    tops = [unless_above(count, form(upright)) for count, form in forms]
    return [*tops, triangle, wedge, flag, pennant, channel]


# ratios of bars AB/XA, BC/AB, CD/BC, AD/XA; XC/XA and CD/XC; CD/AB
HARMONICS = [
    {"b": (0.618, 0.618), "c": (0.382, 0.886), "cd": (1.13, 1.618), "d": (0.786, 0.786)},
    {"b": (0.382, 0.5), "c": (0.382, 0.886), "cd": (1.618, 2.618), "d": (0.886, 0.886)},
    {"b": (0.786, 0.786), "c": (0.382, 0.886), "cd": (1.618, 2.24), "d": (1.27, 1.27)},
    {"b": (0.382, 0.618), "c": (0.382, 0.886), "cd": (2.24, 3.618), "d": (1.618, 1.618)},
    {"b": (0.382, 0.618), "c": (1.13, 1.618), "cd": (1.618, 2.24), "d": (0.886, 1.13)},
    {"b": (0.382, 0.618), "xc": (1.272, 1.414), "xcd": (0.786, 0.786)},
    {"c": (0.382, 0.886), "cd": (1.13, 2.618), "abcd": (1.0, 1.0)},
]


def harmonic_patterns(swings, close, tolerance):
    if len(swings) < 4:
        return [0.0] * len(HARMONICS)
    a, b, c, d = (s.price for s in swings[-4:])
    ratios = {"c": abs(c - b) / abs(b - a), "cd": abs(d - c) / abs(c - b), "abcd": abs(d - c) / abs(b - a)}
    if len(swings) > 4:
        x = swings[-5].price
        xa, xc = abs(a - x), abs(c - x)
        ratios |= {"b": abs(b - a) / xa, "d": abs(d - a) / xa, "xc": xc / xa, "xcd": abs(d - c) / xc if xc else np.inf}
    sign = -1 if swings[-1].high else 1
    legs = {"cd": (c, c - b), "abcd": (c, b - a)}
    if len(swings) > 4:
        legs |= {"d": (a, a - x), "xcd": (c, c - x)}

    def signed(pattern):
        fits = fit(pattern, ratios, tolerance)
        ends = [
            sign * legs[name][0] - high * (1 + tolerance) * abs(legs[name][1])
            for name, (_, high) in pattern.items()
            if fits and name in legs
        ]
        return 0.0 if fits and beyond(1, sign * close, min(max(ends), sign * d)) else sign * fits

    return [signed(pattern) for pattern in HARMONICS]


def fit(pattern, ratios, tolerance):
    closeness = []
    for name, (low, high) in pattern.items():
        if name not in ratios:
            return 0.0
        ratio = ratios[name]
        missed = max((low - ratio) / low, (ratio - high) / high, 0.0)
        if missed > tolerance:
            return 0.0
        closeness.append(close_to(missed, tolerance))
    return mean(*closeness)


# columns -----------------------------------------------------------------------------------------


def late(warmup, columns):
    for column in columns:
        column[: warmup - 1] = np.nan
    return columns


def at_known(c, swings, warmup, width, read):
    """Columns that are 0 but at bars at which a swing became known; the strongest first."""
    out = np.zeros((width + 1, len(c)))
    for i, swing in enumerate(swings):
        values = read(swings[max(0, i - 7) : i + 1], c.close[swing.known])
        out[1:, swing.known] = np.array(values) + 0.0
        for value in values:
            if abs(value) > abs(out[0, swing.known]) + 1e-9:
                out[0, swing.known] = value
    return late(warmup, out)


def known_by(c, swings):
    """For each bar, how many swings are known."""
    return np.searchsorted([s.known for s in swings], np.arange(len(c)), side="right")


def swing_points(c, swings, warmup):
    out = np.full((5, len(c)), np.nan)
    out[0] = 0
    for i, s in enumerate(swings):
        told = slice(s.known, swings[i + 2].known if i + 2 < len(swings) else len(c))
        out[1 if s.high else 2, told] = s.price
        out[3 if s.high else 4, told] = np.arange(len(c))[told] - s.bar
        if i >= 3:
            rising = [s.price > swings[i - 2].price, swings[i - 1].price > swings[i - 3].price]
            falling = [s.price < swings[i - 2].price, swings[i - 1].price < swings[i - 3].price]
            out[0, s.known :] = int(all(rising)) - int(all(falling))
    return late(warmup, out)


def fibonacci(c, swings, warmup):
    count = known_by(c, swings)
    prices = np.array([s.price for s in swings] + [np.nan, np.nan])
    some = count >= 2
    end = np.where(some, prices[count - 1], np.nan)
    start = np.where(some, prices[count - 2], np.nan)
    out = [(end - c.close) / (end - start), start, end]
    out += [r * start + (1 - r) * end for r in (0.236, 0.382, 0.5, 0.618, 0.786)]
    out += [(1 - e) * start + e * end for e in (1.272, 1.618, 2.618)]
    return late(warmup, np.array(out))


def support_resistance(c, swings, warmup, width, touches, places, half_life):
    """Levels as dictionaries with the list of their touches; shares of the volume by running sums."""
    fading = 0.5 ** (1 / half_life)
    at = {s.known: s for s in swings}
    levels = []
    out = np.full((4, len(c)), np.nan)
    out[2:] = 0
    high, low, close, volume = (x.tolist() for x in (c.high, c.low, c.close, c.volume))
    for t in range(len(c)):
        below = above = None
        for level in levels:
            level["all"] = level["all"] * fading + volume[t]
            level["near"] *= fading
            if level["price"] - level["width"] <= high[t] and low[t] <= level["price"] + level["width"]:
                level["near"] += volume[t]
        if t in at:
            touch(levels, at[t].price, width[t] if width is not None else at[t].price * 0.01, t, places, fading)
        for level in levels:
            price = level["price"]
            if len(level["times"]) >= touches:
                if price <= close[t] and (below is None or price > below["price"]):
                    below = level
                if price > close[t] and (above is None or price < above["price"]):
                    above = level
        for output, level in ((0, below), (1, above)):
            if level:
                out[output, t] = level["price"]
                out[output + 2, t] = strength(level, t, fading)
    return late(warmup, out)


def touch(levels, price, width, t, places, fading):
    nearest = min(levels, key=lambda x: abs(x["price"] - price), default=None)
    if nearest and abs(nearest["price"] - price) <= width:
        nearest["times"].append(t)
        nearest["price"] += (price - nearest["price"]) / len(nearest["times"])
        nearest["width"] = width
        return
    if len(levels) == places:
        levels.remove(min(levels, key=lambda x: strength(x, t, fading)))
    levels.append({"price": price, "times": [t], "width": width, "near": 0.0, "all": 0.0})


def strength(level, t, fading):
    recency = sum(fading ** (t - time) for time in level["times"])
    return recency * (1 + (level["near"] / level["all"] if level["all"] else 0.0))


def fill(columns, c):
    found = {}
    for kind, size in (("atr", 3), ("atr", 1.5), ("percent", 2), ("fractal", 3)):
        found[kind, size] = swings_of(c, kind, size)
    for kind, size in (("atr", 3), ("percent", 2), ("fractal", 3)):
        columns.put(f"swing-points({kind},{size})", *swing_points(c, *found[kind, size]))
        columns.put(f"chart-patterns({kind},{size})", *at_known(c, *found[kind, size], 8, chart_patterns))
    for kind, size, tolerance in (("atr", 3, 0.05), ("atr", 1.5, 0.2), ("fractal", 3, 0.05)):
        name = f"harmonic-patterns({kind},{size},{tolerance})"
        columns.put(name, *at_known(c, *found[kind, size], 7, lambda s, close: harmonic_patterns(s, close, tolerance)))
    columns.put("chart-patterns(atr,1.5)", *at_known(c, *found["atr", 1.5], 8, chart_patterns))
    columns.put("fibonacci(atr,3)", *fibonacci(c, *found["atr", 3]))
    width = talib.ATR(c.high, c.low, c.close, 14)
    columns.put(
        "support-resistance(atr,3,atr,1,2,20,500)",
        *support_resistance(c, *found["atr", 3], width, 2, 20, 500),
    )
    columns.put(
        "support-resistance(fractal,3,percent,1,1,5,50)",
        *support_resistance(c, *found["fractal", 3], None, 1, 5, 50),
    )


if __name__ == "__main__":
    raise SystemExit("run structure_golden.py")
