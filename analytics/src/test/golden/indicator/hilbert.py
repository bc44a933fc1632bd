"""Ehlers' cycle indicators by their definitions, where TA-Lib loses the digits they hang on.

TA-Lib smooths the price with running sums, whose rounding stays for good, and looks for a phase in the
rounding of a price that does not move. Fed with whole numbers (`whole`) its sums are exact. The phase is
computed here, with the mean price taken off first, and held against TA-Lib's where there is a cycle.
"""

import math

import numpy as np
import talib

START = 37
DEGREES = 180.0 / math.pi


def whole(prices):
    """Prices of at most 8 decimals as whole numbers."""
    return np.round(prices * 1e8)


def back(*outputs):
    """From whole numbers to prices."""
    return [output / 1e8 for output in outputs]


def periods(prices):
    """Smoothed price and smoothed period, 0 before there is one."""
    smooth = np.convolve(prices, np.array([4.0, 3.0, 2.0, 1.0]))[: len(prices)] / 10.0
    detrended, quadrature, in_phase = ([0.0] * 7 for _ in range(3))
    history = [0.0] * 7
    i2 = q2 = re = im = period = smoothed = 0.0
    out = np.zeros(len(prices))

    def transform(x):
        return 0.0962 * (x[0] - x[6]) + 0.5769 * (x[2] - x[4])

    for bar in range(START, len(prices)):
        gain = 0.075 * period + 0.54
        history = [float(smooth[bar])] + history[:6]
        detrender = transform(history)
        detrended = [0.0 if abs(detrender) <= 1e-14 * abs(history[0]) else detrender * gain] + detrended[:6]
        quadrature = [transform(detrended) * gain] + quadrature[:6]
        in_phase = [detrended[3]] + in_phase[:6]
        i = 0.2 * (in_phase[0] - transform(quadrature) * gain) + 0.8 * i2
        q = 0.2 * (quadrature[0] + transform(in_phase) * gain) + 0.8 * q2
        re = 0.2 * (i * i2 + q * q2) + 0.8 * re
        im = 0.2 * (i * q2 - q * i2) + 0.8 * im
        i2, q2 = i, q
        turned = 360.0 / (math.atan(im / re) * DEGREES) if im != 0 and re != 0 else period
        turned = max(min(turned, 1.5 * period), 0.67 * period)
        period = 0.2 * min(max(turned, 6.0), 50.0) + 0.8 * period
        smoothed = 0.33 * period + 0.67 * smoothed
        out[bar] = smoothed
    smooth[:START] = 0.0
    return smooth, out


def phases(smooth, period):
    """Phase in degrees, and how large the cycle is beside the price."""
    real = np.zeros(len(smooth))
    imaginary = np.zeros(len(smooth))
    size = np.zeros(len(smooth))
    whole_periods = (period + 0.5).astype(int)
    for n in range(1, 51):
        bars = np.flatnonzero(whole_periods == n)
        padded = np.concatenate([np.zeros(n - 1), smooth])
        windows = np.lib.stride_tricks.sliding_window_view(padded, n)[bars][:, ::-1]
        moved = windows - windows[:, :1]
        angles = 2.0 * math.pi * np.arange(n) / n
        real[bars] = moved @ np.sin(angles)
        imaginary[bars] = moved @ np.cos(angles)
        size[bars] = np.hypot(real[bars], imaginary[bars]) / np.maximum(np.abs(windows).sum(axis=1), 1e-300)
    real[size < 1e-13] = imaginary[size < 1e-13] = 0.0
    with np.errstate(divide="ignore", invalid="ignore"):
        angle = np.where(imaginary == 0, 90.0 * np.sign(real), np.arctan(real / imaginary) * DEGREES)
        phase = angle + 90.0 + 360.0 / period + 180.0 * (imaginary < 0)
    phase[period == 0] = 0.0
    return np.where(phase > 315.0, phase - 360.0, phase), size


def modes(prices, smooth, period, phase):
    """Trend (1) or cycle (0)."""
    sums = np.concatenate([[0.0], np.cumsum(prices)])
    n = (period + 0.5).astype(int)
    at = np.arange(len(prices)) + 1
    means = np.where(n > 0, (sums[at] - sums[at - n]) / np.maximum(n, 1), 0.0)
    line = np.convolve(means, np.array([4.0, 3.0, 2.0, 1.0]))[: len(prices)] / 10.0
    gap = np.sin(phase / DEGREES) - np.sin((phase + 45.0) / DEGREES)
    gap[:START] = 0.0
    with np.errstate(divide="ignore", invalid="ignore"):
        turn = np.diff(phase, prepend=0.0) * period / 360.0
        away = np.abs(smooth / line - 1.0) >= 0.015
    out = np.ones(len(prices))
    since = 0
    for bar in range(START, len(prices)):
        before = gap[bar - 1]
        crossed = gap[bar] > 0 >= before or gap[bar] < 0 <= before
        since = 1 if crossed else since + 1
        cycles = crossed or since < 0.5 * period[bar] or 0.67 < turn[bar] < 1.5
        out[bar] = 0.0 if cycles and not away[bar] else 1.0
    return out


def check(ours, theirs, where, tolerance):
    """Equal to TA-Lib where it can be."""
    worst = np.max(np.abs(ours - theirs)[where], initial=0.0)
    assert worst <= tolerance, worst


def cycle(close):
    """Phase, sine, leading sine and trend mode."""
    prices = whole(close)
    smooth, period = periods(prices)
    phase, size = phases(smooth, period)
    clear = (size > 1e-4) & (np.arange(len(prices)) > 63)
    check(phase, talib.HT_DCPHASE(prices), clear, 1e-6)
    sine = np.sin(phase / DEGREES)
    lead = np.sin((phase + 45.0) / DEGREES)
    check(sine, talib.HT_SINE(prices)[0], clear, 1e-8)
    mode = modes(prices, smooth, period, phase)
    same = mode == talib.HT_TRENDMODE(prices)
    assert np.mean(same[64:]) > 0.99, np.mean(same[64:])
    return phase, sine, lead, mode
