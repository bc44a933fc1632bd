"""Golden numbers of the family trend; how to run it is in common.py."""

import numpy as np
import talib

from common import hold_back, main
from hilbert import back, whole

KINDS = "sma ema wma dema tema trima kama mama t3 hma rma zlema".split()
SPEEDS = (
    (0.0, 0.0, 0.02, 0.02, 0.2, 0.02, 0.02, 0.2),
    (0.0, 0.01, 0.03, 0.01, 0.1, 0.01, 0.04, 0.3),
    (1e-12, 0.0, 0.5, 0.02, 0.2, 0.02, 0.9, 0.2),
    (-1e-12, 0.0, 0.02, 0.02, 0.2, 0.02, 0.02, 0.2),
)


def fill(columns, c):
    for n in (2, 9, 30):
        columns.put(f"sma({n})", talib.SMA(c.close, n))
        columns.put(f"ema({n})", talib.EMA(c.close, n))
        columns.put(f"wma({n})", talib.WMA(c.close, n))
    for n in (1, 2, 9, 30):
        columns.put(f"dema({n})", talib.DEMA(c.close, n))
        columns.put(f"tema({n})", talib.TEMA(c.close, n))
        columns.put(f"trima({n})", talib.TRIMA(c.close, n))
        columns.put(f"rma({n})", talib.RMA(c.close, n))
        columns.put(f"hma({n})", talib.HMA(c.close, n))
        columns.put(f"zlema({n})", talib.ZLEMA(c.close, n))
    for n in (2, 9, 30):
        columns.put(f"midpoint({n})", talib.MIDPOINT(c.close, n))
        columns.put(f"midprice({n})", talib.MIDPRICE(c.high, c.low, n))
        # TA-Lib gives rounding over rounding where there is no volume
        traded = np.convolve(c.volume > 0, np.ones(n))[: len(c)] > 0.5
        columns.put(f"vwma({n})", np.where(traded, talib.VWMA(c.close, c.volume, n), np.nan))
        columns.put(f"kama({n},2,30)", talib.KAMA(c.close, n))
    for n, v in ((1, 0.7), (2, 0.0), (5, 0.7), (8, 1.0)):
        columns.put(f"t3({n},{v})", talib.T3(c.close, n, v))
    for kind in KINDS:
        for n in (1, 2, 9):
            average = talib.MA(whole(c.close), n, getattr(talib.MA_Type, kind.upper()))
            columns.put(f"ma({n},{kind})", *back(average))
    for kind in ("sma", "ema", "kama", "t3"):
        columns.put(f"mavp(2,9,{kind})", talib.MAVP(c.high, c.low, 2, 9, getattr(talib.MA_Type, kind.upper())))
    for limits in ((0.5, 0.05), (0.9, 0.01)):
        columns.put(f"mama({limits[0]},{limits[1]})", *back(*talib.MAMA(whole(c.close), *limits)))
    columns.put("hilbert-trendline()", *back(talib.HT_TRENDLINE(whole(c.close))))
    for speed in ((0.02, 0.2), (0.3, 0.2), (0.01, 0.05)):
        columns.put(f"parabolic-sar({speed[0]},{speed[1]})", talib.SAR(c.high, c.low, *speed))
    for a in SPEEDS:
        columns.put(f"parabolic-sar-extended({','.join(map(str, a))})", talib.SAREXT(c.high, c.low, *a))
    for n, width in ((10, 3.0), (2, 1.0), (14, 0.0)):
        line, trend = talib.SUPERTREND(c.high, c.low, c.close, n, width)
        columns.put(f"supertrend({n},{width})", *hold_back(n + 1, line, trend))
    upper, middle, lower = talib.DONCHIAN(c.high, c.low, 20)
    columns.put("donchian(20)", upper, lower, middle)
    for n in (2, 9, 30):
        columns.put(f"rma({n})", talib.MA(c.close, n, 13))
    for n in (2, 14):
        columns.put(f"adxr({n})", talib.ADXR(c.high, c.low, c.close, n))
        up, down = talib.PLUS_DM(c.high, c.low, n), talib.MINUS_DM(c.high, c.low, n)
        columns.put(f"directional-movement({n})", up, down)
        down, up = talib.AROON(c.high, c.low, n)
        columns.put(f"aroon({n})", talib.AROONOSC(c.high, c.low, n), up, down)
        columns.put(f"vortex({n})", *talib.VORTEX(c.high, c.low, c.close, n))
    for n in (2, 28):
        columns.put(f"vhf({n})", talib.VHF(c.close, n))
    for n in (2, 14):
        di = talib.PLUS_DI(c.high, c.low, c.close, n), talib.MINUS_DI(c.high, c.low, c.close, n)
        columns.put(f"dx({n})", talib.DX(c.high, c.low, c.close, n), *di)
        adx = talib.ADX(c.high, c.low, c.close, n)
        columns.put(f"adx({n})", adx, *hold_back(2 * n, *di))


if __name__ == "__main__":
    main("trend", fill)
