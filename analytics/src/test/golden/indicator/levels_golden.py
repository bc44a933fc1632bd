"""Golden numbers of what begins anew with a session, of Ichimoku and of volume profiles, written naively from their
definitions; how to run it is in common.py. Its candles have times of their own: hours apart, with gaps, over ten weeks."""

from dataclasses import replace

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from common import main, made

MINUTE = 60_000_000_000


def sparse():
    """The made candles one to twelve hours apart, with two and a half days missing."""
    c = made()
    hours = np.random.Generator(np.random.PCG64(7)).choice([1, 2, 4, 6, 12], len(c), p=[0.1, 0.1, 0.3, 0.2, 0.3])
    hours[0] = 0
    hours[120] = 60
    return replace(c, time=c.time[0] + np.cumsum(hours) * 60 * MINUTE)


def sessions(c, kind):
    """First bar, bar after the last and whether it was seen from its beginning, of each session with bars."""
    days = c.time.astype("datetime64[ns]").astype("datetime64[D]")
    if kind == "week":
        weekday = (days.astype(int) + 3) % 7
        begin = days - weekday
    else:
        begin = days.astype({"day": "datetime64[D]", "month": "datetime64[M]", "year": "datetime64[Y]"}[kind])
    begin = begin.astype("datetime64[ns]").astype(np.int64)
    cuts = [0, *np.flatnonzero(begin[1:] != begin[:-1]) + 1, len(c)]
    return [(a, b, a > 0 or c.time[0] == begin[0], begin[a]) for a, b in zip(cuts[:-1], cuts[1:])]


def nans(c, count):
    return [np.full(len(c), np.nan) for _ in range(count)]


def of_session_before(c, kind, count, levels):
    """levels(open, high, low, close of the session before, open of this one)."""
    out = nans(c, count)
    found = sessions(c, kind)
    for (a, b, whole, _), (begin, end, _, _) in zip(found[:-1], found[1:]):
        if whole:
            candle = c.open[a], c.high[a:b].max(), c.low[a:b].min(), c.close[b - 1], c.open[begin]
            for column, level in zip(out, levels(*candle)):
                column[begin:end] = level
    return out


def floor_levels(p, h, l):
    return p, 2 * p - l, p + h - l, h + 2 * p - 2 * l, 2 * p - h, p - h + l, l - 2 * h + 2 * p


def classic(o, h, l, c, now):
    return floor_levels((h + l + c) / 3, h, l)


def woodie(o, h, l, c, now):
    return floor_levels((h + l + now + now) / 4, h, l)


def fibonacci(o, h, l, c, now):
    p = (h + l + c) / 3
    up = [p + f * (h - l) for f in (0.382, 0.618, 1.0)]
    down = [p - f * (h - l) for f in (0.382, 0.618, 1.0)]
    return p, *up, *down


def camarilla(o, h, l, c, now):
    parts = [1.1 / 12, 1.1 / 6, 1.1 / 4, 1.1 / 2]
    return (h + l + c) / 3, *[c + f * (h - l) for f in parts], *[c - f * (h - l) for f in parts]


def demark(o, h, l, c, now):
    x = h + 2 * l + c if c < o else 2 * h + l + c if c > o else h + l + 2 * c
    return x / 4, x / 2 - l, x / 2 - h


def session_range(c, kind):
    out = nans(c, 3)
    for a, b, whole, _ in sessions(c, kind):
        if whole:
            out[0][a:b] = np.maximum.accumulate(c.high[a:b])
            out[1][a:b] = np.minimum.accumulate(c.low[a:b])
            out[2][a:b] = c.open[a]
    return out


def opening_range(c, kind, minutes):
    out = nans(c, 3)
    for a, b, whole, begin in sessions(c, kind):
        n = int((c.time[a:b] < begin + minutes * MINUTE).sum())
        if whole and n:
            high, low = c.high[a : a + n].max(), c.low[a : a + n].min()
            for column, value in zip(out, (high, low, (high + low) / 2)):
                column[a + n : b] = value
    return out


def ichimoku(c, tenkan, kijun, senkou, displacement):
    def middle(n):
        out = np.full(len(c), np.nan)
        if len(c) >= n:
            out[n - 1 :] = (sliding_window_view(c.high, n).max(axis=1) + sliding_window_view(c.low, n).min(axis=1)) / 2
        return out

    def earlier(x):
        return np.concatenate([np.full(displacement - 1, np.nan), x])[: len(x)]

    a = (middle(tenkan) + middle(kijun)) / 2
    b = middle(senkou)
    out = [middle(tenkan), middle(kijun), earlier(a), earlier(b), a, b, c.close - earlier(c.close)]
    late = np.arange(len(c)) < max(tenkan, kijun, senkou) + displacement - 2
    return [np.where(late, np.nan, x) for x in out]


def vwap(c, stretches):
    """Of each stretch of bars, in sums of 64 binary digits from its first price."""
    out = nans(c, 7)
    typical = ((c.high.astype(np.longdouble) + c.low + c.close) / 3)
    for a, b in stretches:
        x = typical[a:b] - typical[a]
        v = c.volume[a:b].astype(np.longdouble)
        weight = np.cumsum(v)
        weight[weight == 0] = np.nan
        mean = np.cumsum(v * x) / weight
        deviation = np.sqrt(np.maximum(np.cumsum(v * x * x) / weight - mean * mean, 0))
        for k, column in enumerate(out):
            bands = 0 if k == 0 else (k + 1) // 2 * (1 if k % 2 else -1)
            column[a:b] = typical[a] + mean + bands * deviation
    return out


def extreme_stretches(c, length, since):
    x = c.high if since == "high" else -c.low
    padded = np.concatenate([np.full(length - 1, -np.inf), x])
    starts = np.flatnonzero(sliding_window_view(padded, length).max(axis=1) == x)
    return list(zip(starts, [*starts[1:], len(c)]))


def row_exponent(low, high, rows):
    """Smallest power of two with which the range touches at most so many rows."""
    e = np.frexp(np.maximum(np.abs(low), np.abs(high)))[1] - 1 - 30
    while True:
        wide = np.floor(np.ldexp(high, -e)) - np.floor(np.ldexp(low, -e)) >= rows
        if not wide.any():
            return e
        e = e + wide


def in_rows(first, width, rows, low, high, volume):
    """Volume of bars in rows, one line for a bar: the part of its range that is in a row."""
    bottom = (first[:, None] + np.arange(rows)) * width[:, None]
    inside = np.minimum(high[:, None], bottom + width[:, None]) - np.maximum(low[:, None], bottom)
    spread = np.maximum(inside, 0) / np.where(high > low, high - low, 1)[:, None]
    flat = np.arange(rows) == (np.floor(low / width) - first)[:, None]
    return np.where((high > low)[:, None], spread, flat) * volume[:, None]


def same(a, b):
    return abs(a - b) <= 1e-9 * max(a, b)


def measure(profile, first, width, low, high, share):
    """Point of control and value area of the rows that the range touches."""
    n = int(np.floor(high / width) - first) + 1
    rows = [float(x) for x in profile[:n]]
    total = sum(rows)
    if not total > 0:
        return np.nan, np.nan, np.nan
    most = max(rows)
    poc = min((i for i in range(n) if same(rows[i], most)), key=lambda i: (abs(i - (n - 1) / 2), i))
    bottom = top = poc
    while sum(rows[bottom : top + 1]) < share * total * (1 - 1e-9) and (bottom > 0 or top < n - 1):
        above = rows[top + 1 : top + 3]
        below = rows[max(bottom - 2, 0) : bottom]
        if not above or not below:
            up = bool(above)
        elif same(sum(above), sum(below)):
            up = top - poc <= poc - bottom
        else:
            up = sum(above) > sum(below)
        top += len(above) if up else 0
        bottom -= 0 if up else len(below)

    def inside(price):
        return min(max(price, low), high)

    return inside((first + poc + 0.5) * width), inside((first + top + 1) * width), inside((first + bottom) * width)


def rolling_profile(c, length, rows, percent):
    out = nans(c, 3)
    if len(c) < length:
        return out
    at = np.arange(length - 1, len(c))
    low = sliding_window_view(c.low, length).min(axis=1)
    high = sliding_window_view(c.high, length).max(axis=1)
    width = np.ldexp(1.0, row_exponent(low, high, rows))
    first = np.floor(low / width)
    profile = sum(in_rows(first, width, rows, c.low[at - j], c.high[at - j], c.volume[at - j]) for j in range(length))
    for k, i in enumerate(at):
        for column, value in zip(out, measure(profile[k], first[k], width[k], low[k], high[k], percent / 100)):
            column[i] = value
    return out


def session_profile(c, kind, rows, percent):
    out = nans(c, 6)
    found = sessions(c, kind)
    for s, (a, b, whole, _) in enumerate(found):
        for i in range(a, b):
            if whole:
                low, high = c.low[a : i + 1], c.high[a : i + 1]
                width = np.ldexp(1.0, row_exponent(low.min(keepdims=True), high.max(keepdims=True), rows))
                first = np.floor(low.min() / width)
                every = np.ones(len(low))
                profile = in_rows(first * every, width * every, rows, low, high, c.volume[a : i + 1]).sum(axis=0)
                levels = measure(profile, first[0], width[0], low.min(), high.max(), percent / 100)
                for column, value in zip(out[:3], levels):
                    column[i] = value
            for column, before in zip(out[3:], out[:3]):
                column[i] = before[a - 1] if s else np.nan
    return out


def volume_at_time(c, length, cumulative):
    """Each day's minutes and volumes as lists of their own, searched for by the days after it."""
    out = np.full(len(c), np.nan)
    days = [
        ((c.time[a:b] - begin) // MINUTE, np.cumsum(c.volume[a:b]) if cumulative else c.volume[a:b], a)
        for a, b, whole, begin in sessions(c, "day")
        if whole
    ]
    for today in range(length, len(days)):
        minutes, volumes, first = days[today]
        before = np.full((length, len(minutes)), np.nan)
        for row, (times, past, _) in zip(before, days[today - length : today]):
            found = np.searchsorted(times, minutes, side="right") - 1
            row[found >= 0] = past[found[found >= 0]]
        there = ~np.isnan(before)
        mean = np.where(there, before, 0).sum(axis=0) / np.maximum(there.sum(axis=0), 1)
        out[first : first + len(minutes)] = np.divide(volumes, mean, out=np.full(len(mean), np.nan), where=mean != 0)
    return out


def fill(columns, c):
    for length, mode in ((10, "cumulative"), (3, "regular"), (1, "cumulative")):
        columns.put(f"relative-volume-at-time({length},{mode})", volume_at_time(c, length, mode == "cumulative"))
    for kind in ("day", "week", "month"):
        columns.put(f"pivots-classic({kind})", *of_session_before(c, kind, 7, classic))
    columns.put("pivots-fibonacci(day)", *of_session_before(c, "day", 7, fibonacci))
    columns.put("pivots-camarilla(week)", *of_session_before(c, "week", 9, camarilla))
    columns.put("pivots-woodie(day)", *of_session_before(c, "day", 7, woodie))
    columns.put("pivots-demark(day)", *of_session_before(c, "day", 3, demark))
    columns.put("previous-session(week)", *of_session_before(c, "week", 4, lambda o, h, l, p, _: (h, l, p, o)))
    columns.put("session-range(day)", *session_range(c, "day"))
    columns.put("session-range(month)", *session_range(c, "month"))
    columns.put("opening-range(day,720)", *opening_range(c, "day", 720))
    columns.put("opening-range(week,2880)", *opening_range(c, "week", 2880))
    columns.put("ichimoku(9,26,52,26)", *ichimoku(c, 9, 26, 52, 26))
    columns.put("ichimoku(5,3,2,1)", *ichimoku(c, 5, 3, 2, 1))
    for kind in ("day", "month"):
        columns.put(f"session-vwap({kind})", *vwap(c, [(a, b) for a, b, whole, _ in sessions(c, kind) if whole]))
    for minute in (0, 28_350_000, 28_520_000):
        begin = int(np.searchsorted(c.time, minute * MINUTE))
        columns.put(f"anchored-vwap({minute})", *vwap(c, [(begin, len(c))] if begin < len(c) else []))
    for length, since in ((50, "low"), (7, "high")):
        outputs = vwap(c, extreme_stretches(c, length, since))
        late = np.arange(len(c)) < length - 1
        columns.put(f"extreme-vwap({length},{since})", *[np.where(late, np.nan, x) for x in outputs])
    if len(c) > 10_000:
        return  # a profile made anew at every bar takes too long
    columns.put("rolling-profile(48,32,70.0)", *rolling_profile(c, 48, 32, 70))
    columns.put("rolling-profile(5,9,50.0)", *rolling_profile(c, 5, 9, 50))
    columns.put("session-profile(day,64,70.0)", *session_profile(c, "day", 64, 70))
    columns.put("session-profile(week,10,68.0)", *session_profile(c, "week", 10, 68))


if __name__ == "__main__":
    main("levels", fill, sparse)
