"""Parts of the definitions that TA-Lib does not have, over whole arrays and windows of a copy each."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def lag(x, bars=1):
    return np.concatenate([np.full(bars, np.nan), x[:-bars]])


def rolling(x, length, function):
    """function of an array [windows][length]; NaN before the first window is full."""
    if len(x) < length:
        return np.full(len(x), np.nan)
    return np.concatenate([np.full(length - 1, np.nan), function(sliding_window_view(x, length))])


def sma(x, length):
    return rolling(x, length, lambda w: w.mean(axis=1))


def total(x, length):
    return rolling(x, length, lambda w: w.sum(axis=1))


def highest(x, length):
    return rolling(x, length, lambda w: w.max(axis=1))


def lowest(x, length):
    return rolling(x, length, lambda w: w.min(axis=1))


def deviation(x, length, freedom=0):
    return rolling(x, length, lambda w: w.std(axis=1, ddof=freedom))


def line_end(x, length):
    """End of the least-squares line, as one weighted sum of the window."""
    at = np.arange(length) - (length - 1) / 2
    weights = 1 / length + at * (length - 1) / 2 / (at @ at)
    return rolling(x, length, lambda w: (w - w[:, :1]) @ weights + w[:, 0])


def recursive(x, length, factor):
    """Exponential average with a factor, seeded with the mean of the first values that are there."""
    out = np.full(len(x), np.nan, x.dtype)
    there = np.flatnonzero(~np.isnan(x))
    if len(there) < length:
        return out
    at = there[0] + length - 1
    now = np.mean(x[there[0] : at + 1]).item()
    out[at] = now
    for i, value in enumerate(x[at + 1 :].tolist(), at + 1):
        now = factor * value + (1 - factor) * now
        out[i] = now
    return out


def ema(x, length):
    return recursive(x, length, 2 / (length + 1))


def rma(x, length):
    return recursive(x, length, 1 / length)


def true_range(c):
    before = lag(c.close)
    return np.maximum(c.high, before) - np.minimum(c.low, before)


def quotient(a, b, otherwise):
    """a / b, otherwise that where b is 0."""
    with np.errstate(all="ignore"):
        return np.where(b == 0, otherwise, a / b)
