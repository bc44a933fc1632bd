"""Nanoseconds for each bar of TA-Lib's C library, through its Python package, on our bars.

    java -cp "bench/target/bench-0.1.0.jar:bench/target/lib/*" io.tradewind.bench.IndicatorTable --bars bars
    pip install TA-Lib==0.8.2 numpy==2.4.6
    python bench/src/main/python/talib_speed.py bars
"""

import statistics
import sys
import time

import numpy as np
import talib

ROUNDS = 15


def calls(o, h, l, c, v):
    return {
        "sma(30)": lambda: talib.SMA(c, 30),
        "ema(30)": lambda: talib.EMA(c, 30),
        "rsi(14)": lambda: talib.RSI(c, 14),
        "macd(12,26,9)": lambda: talib.MACD(c, 12, 26, 9),
        "bollinger(20)": lambda: talib.BBANDS(c, 20, 2.0, 2.0),
        "atr(14)": lambda: talib.ATR(h, l, c, 14),
        "adx(14)": lambda: talib.ADX(h, l, c, 14),
        "stochastic(14,3,3)": lambda: talib.STOCH(h, l, c, 14, 3, 0, 3, 0),
        "cci(20)": lambda: talib.CCI(h, l, c, 20),
        "obv()": lambda: talib.OBV(c, v),
    }


def nanoseconds(call, size):
    call()
    best = []
    for _ in range(ROUNDS):
        times = max(1, 20_000_000 // (size * 10))
        start = time.perf_counter_ns()
        for _ in range(times):
            call()
        best.append((time.perf_counter_ns() - start) / (times * size))
    return statistics.median(best)


def main():
    columns = np.fromfile(sys.argv[1], dtype=">f8").astype(float).reshape(5, -1)
    size = columns.shape[1]
    print("| TA-Lib | ns a bar |\n| --- | ---: |")
    for name, call in calls(*columns).items():
        print(f"| `{name}` | {nanoseconds(call, size):.1f} |")


if __name__ == "__main__":
    main()
