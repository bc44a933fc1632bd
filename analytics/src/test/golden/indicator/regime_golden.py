"""Golden numbers of the family regime; how to run it is in common.py. By definition, each window whole."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view as windows

from common import main


def at_end(values, bars):
    return np.concatenate([np.full(bars - len(values), np.nan), values])


def hurst(close, length):
    x = np.log(close)
    lags = [2**i for i in range(30) if 2**i <= length // 8]
    if len(x) < length + lags[-1]:
        return np.full(len(x), np.nan)
    count = len(x) - length - lags[-1] + 1
    squares = [windows((x[k:] - x[:-k]) ** 2, length).mean(axis=1)[-count:] for k in lags]
    slopes = np.polyfit(np.log(lags), np.log(squares), 1)[0]
    return at_end(np.clip(slopes / 2, 0, 1), len(x))


def percentile(close, length, window):
    returns = np.diff(np.log(close))
    deviations = windows(returns, length).std(axis=1).astype(np.float32)
    rows = windows(deviations, window)
    below = (rows < rows[:, -1:]).mean(axis=1)
    return at_end(below + 0.5 * (rows == rows[:, -1:]).mean(axis=1), len(close))


def fill(columns, c):
    for n in (32, 64, 100, 240):
        columns.put(f"hurst({n})", hurst(c.close, n))
    for n, window in ((2, 2), (10, 50), (24, 240)):
        columns.put(f"volatility-percentile({n},{window})", percentile(c.close, n, window))


if __name__ == "__main__":
    main("regime", fill)
