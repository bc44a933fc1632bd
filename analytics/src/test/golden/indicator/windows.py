"""Figures of windows by their definitions, for scripts whose TA-Lib function loses digits or has none."""

import numpy as np


def windows(values, length):
    """All full windows, [bars - length + 1][length]."""
    return np.lib.stride_tricks.sliding_window_view(values, length)


def late(values, bars):
    """Put at the end of so many bars, NaN before."""
    return np.concatenate([np.full(bars - len(values), np.nan), values])


def rolling(values, length, function):
    """A function of windows, along axis 1, for each bar."""
    return late(function(windows(values, length)), len(values))


def centred(values, length):
    """Windows without their means; of equal values exactly 0."""
    w = windows(values, length)
    moved = w - w[:, -1:]
    return moved - moved.mean(axis=1, keepdims=True)


def since(values, length, argument):
    """Bars since the latest greatest or smallest."""
    return rolling(values, length, lambda w: argument(w[:, ::-1], axis=1).astype(float))
