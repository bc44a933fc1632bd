"""Golden numbers of the family candles; how to run it is in common.py.

TA-Lib is given the prices counted in ticks, as whole numbers, in which its running sums are exact.
With decimal fractions their rounding decides whether one length is above another that equals it.
"""

import numpy as np
import talib
from talib import abstract

from common import main

DECIMALS = 8
NAMES = {
    "belt-hold": "BELTHOLD",
    "closing-marubozu": "CLOSINGMARUBOZU",
    "doji": "DOJI",
    "dragonfly-doji": "DRAGONFLYDOJI",
    "gravestone-doji": "GRAVESTONEDOJI",
    "high-wave": "HIGHWAVE",
    "long-legged-doji": "LONGLEGGEDDOJI",
    "long-line": "LONGLINE",
    "marubozu": "MARUBOZU",
    "rickshaw-man": "RICKSHAWMAN",
    "short-line": "SHORTLINE",
    "spinning-top": "SPINNINGTOP",
    "takuri": "TAKURI",
    "counterattack": "COUNTERATTACK",
    "dark-cloud-cover": "DARKCLOUDCOVER",
    "doji-star": "DOJISTAR",
    "engulfing": "ENGULFING",
    "hammer": "HAMMER",
    "hanging-man": "HANGINGMAN",
    "harami": "HARAMI",
    "harami-cross": "HARAMICROSS",
    "homing-pigeon": "HOMINGPIGEON",
    "in-neck": "INNECK",
    "inverted-hammer": "INVERTEDHAMMER",
    "kicking": "KICKING",
    "kicking-by-length": "KICKINGBYLENGTH",
    "matching-low": "MATCHINGLOW",
    "on-neck": "ONNECK",
    "piercing": "PIERCING",
    "separating-lines": "SEPARATINGLINES",
    "shooting-star": "SHOOTINGSTAR",
    "thrusting": "THRUSTING",
    "abandoned-baby": "ABANDONEDBABY",
    "advance-block": "ADVANCEBLOCK",
    "evening-doji-star": "EVENINGDOJISTAR",
    "evening-star": "EVENINGSTAR",
    "gap-side-side-white": "GAPSIDESIDEWHITE",
    "identical-three-crows": "IDENTICAL3CROWS",
    "morning-doji-star": "MORNINGDOJISTAR",
    "morning-star": "MORNINGSTAR",
    "stalled-pattern": "STALLEDPATTERN",
    "stick-sandwich": "STICKSANDWICH",
    "tasuki-gap": "TASUKIGAP",
    "three-inside": "3INSIDE",
    "three-outside": "3OUTSIDE",
    "three-stars-in-south": "3STARSINSOUTH",
    "three-white-soldiers": "3WHITESOLDIERS",
    "tristar": "TRISTAR",
    "two-crows": "2CROWS",
    "unique-three-river": "UNIQUE3RIVER",
    "upside-gap-two-crows": "UPSIDEGAP2CROWS",
    "upside-downside-gap-three-methods": "XSIDEGAP3METHODS",
    "breakaway": "BREAKAWAY",
    "concealing-baby-swallow": "CONCEALBABYSWALL",
    "hikkake": "HIKKAKE",
    "hikkake-modified": "HIKKAKEMOD",
    "ladder-bottom": "LADDERBOTTOM",
    "mat-hold": "MATHOLD",
    "rise-fall-three-methods": "RISEFALL3METHODS",
    "three-black-crows": "3BLACKCROWS",
    "three-line-strike": "3LINESTRIKE",
}


def in_ticks(c):
    return [np.round(prices * 10.0**DECIMALS) for prices in (c.open, c.high, c.low, c.close)]


def answers(name, ticks, **arguments):
    """What TA-Lib says, NaN before it says anything."""
    function = abstract.Function("CDL" + name)
    out = getattr(talib, "CDL" + name)(*ticks, **arguments).astype(float)
    out[: function.lookback] = np.nan
    return out


def fill(columns, c):
    ticks = in_ticks(c)
    every = []
    for name, function in NAMES.items():
        default = abstract.Function("CDL" + function).parameters.get("penetration")
        for share in [None] if default is None else [default, 0.05]:
            arguments = {} if share is None else {"penetration": share}
            out = answers(function, ticks, **arguments)
            columns.put(f"{name}({'' if share is None else share})", out)
            if share == default:
                every.append(out)
    ready = np.max([np.argmin(np.isnan(out)) for out in every])
    columns.put("candle-patterns()", *[np.where(np.arange(len(c)) < ready, np.nan, out) for out in every])


if __name__ == "__main__":
    assert set("CDL" + name for name in NAMES.values()) == set(talib.get_function_groups()["Pattern Recognition"])
    main("candles", fill)
