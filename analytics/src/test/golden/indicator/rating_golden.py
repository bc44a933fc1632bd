"""Golden numbers of the family rating: TA-Lib's indicators, voting; how to run it is in common.py. Its candles are as made
there, but five times as many, in trends that change, so that every rule is met."""

import numpy as np
import talib

from common import Candles, hold_back, main
from reference import highest, lag, lowest, quotient, sma, total

BARS = 1500
SAME = 1e-9  # of oscillators


def trends():
    """A seeded random walk with a drift that turns every 40 bars, and a flat stretch."""
    random = np.random.Generator(np.random.PCG64(26))
    drift = np.repeat(random.normal(0, 0.006, BARS // 40 + 1), 40)[:BARS]
    close = np.exp(np.cumsum(drift - drift.mean() + 0.008 * random.standard_normal(BARS)))
    open_ = np.append(1.0, close[:-1]) * (1 + 0.001 * random.standard_normal(BARS))
    high = np.maximum(open_, close) * (1 + 0.004 * random.random(BARS))
    low = np.minimum(open_, close) * (1 - 0.004 * random.random(BARS))
    volume = np.round(random.exponential(1000.0, BARS), 3)
    for column in (open_, high, low, close):
        column[900:960] = close[899]
    volume[1100:1125] = 0.0
    hours = (1_700_000_000 // 3600 + np.arange(BARS)) * 3_600_000_000_000
    return Candles(hours, *[np.round(x, 6) for x in (open_, high, low, close, volume)])


def sign(x, margin):
    """1 above the margin, -1 below it, NaN of NaN."""
    return np.where(np.isnan(x), np.nan, np.where(x > margin, 1.0, np.where(x < -margin, -1.0, 0.0)))


def vote(buy, sell):
    return np.where(buy, 1.0, np.where(sell, -1.0, 0.0))


def averages(c, margin):
    known = [f(c.close, n) for n in (10, 20, 30, 50, 100, 200) for f in (talib.SMA, talib.EMA)]
    known.append(talib.HMA(c.close, 9))
    known.append(quotient(total(c.close * c.volume, 20), total(c.volume, 20), np.nan))
    votes = [sign(c.close - average, margin) for average in known]
    tenkan, kijun, b = [(highest(c.high, n) + lowest(c.low, n)) / 2 for n in (9, 26, 52)]
    a, b = lag((tenkan + kijun) / 2, 26), lag(b, 26)
    steps = np.array([sign(x, margin) for x in (a - b, kijun - a, tenkan - kijun, c.close - tenkan)])
    votes.append(vote((steps == 1).all(axis=0), (steps == -1).all(axis=0)))
    return np.mean(votes, axis=0)


def turn(x, low, high):
    move = sign(x - lag(x), SAME)
    return vote((x < low - SAME) & (move > 0), (x > high + SAME) & (move < 0))


def lines(k, d):
    lead = sign(k - d, SAME)
    deep, tall = (k < 20 - SAME) & (d < 20 - SAME), (k > 80 + SAME) & (d > 80 + SAME)
    return vote(deep & (lead > 0), tall & (lead < 0))


def directional(bars):
    index = talib.ADX(*bars, 14)
    strong = (index > 20 + SAME) & (index - lag(index) > SAME)
    lead = sign(talib.PLUS_DI(*bars, 14) - talib.MINUS_DI(*bars, 14), SAME)
    return vote(strong & (lead > 0), strong & (lead < 0))


def awesome(c, margin):
    x = talib.AO(c.high, c.low, 5, 34)
    side, move = sign(x, margin), sign(x - lag(x), margin)
    before = lag(side)
    saucer = lag(move)
    buy = (side > 0) & ((before <= 0) | ((before > 0) & (saucer < 0) & (move > 0)))
    sell = (side < 0) & ((before >= 0) | ((before < 0) & (saucer > 0) & (move < 0)))
    return vote(buy, sell)


def oscillators(c, margin):
    bars = c.high, c.low, c.close
    trend = sign(c.close - talib.EMA(c.close, 50), margin)
    momentum = talib.MOM(c.close, 10)
    macd, signal, _ = talib.MACD(c.close, 12, 26, 9)
    smooth = talib.STOCHRSI(c.close, 14, 14, 3, 0)[1]
    twice = lines(smooth, np.append(np.full(28, np.nan), sma(smooth[28:], 3)))
    bull, bear = talib.ERI(*bars, 13)
    ultimate = talib.ULTOSC(*bars, 7, 14, 28)
    votes = [
        turn(talib.RSI(c.close, 14), 30, 70),
        lines(*talib.STOCH(*bars, 14, 3, 0, 3, 0)),
        turn(talib.CCI(*bars, 20), -100, 100),
        directional(bars),
        awesome(c, margin),
        sign(momentum - lag(momentum), margin),
        sign(macd - signal, margin),
        np.where(twice * trend < 0, twice, 0.0),
        turn(talib.WILLR(*bars, 14), -80, -20),
        vote(
            (trend > 0) & (sign(bear, margin) < 0) & (sign(bear - lag(bear), margin) > 0),
            (trend < 0) & (sign(bull, margin) > 0) & (sign(bull - lag(bull), margin) < 0),
        ),
        vote(ultimate > 70 + SAME, ultimate < 30 - SAME),
    ]
    return np.mean(votes, axis=0)


def fill(columns, c):
    margin = 1e-12 * c.close
    outputs = averages(c, margin), oscillators(c, margin)
    columns.put("technical-ratings()", *hold_back(200, (outputs[0] + outputs[1]) / 2, *outputs))


if __name__ == "__main__":
    main("rating", fill, trends)
