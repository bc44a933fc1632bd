"""Holds the hand-made cases of the candlestick patterns against TA-Lib; prints those that differ.

    python candle_cases.py
"""

from pathlib import Path

import numpy as np

from candles_golden import NAMES, answers

CASES = Path(__file__).parent / ".." / ".." / "resources" / "golden" / "candle" / "cases.csv"
BEFORE = [(100, 115, 95, 110), (110, 115, 95, 100)] * 8


def main():
    lines = [line for line in CASES.read_text().splitlines() if not line.startswith("#")][1:]
    wrong = 0
    for line in lines:
        pattern, answer, candles, _ = (part.strip() for part in line.split("|"))
        bars = BEFORE + [tuple(map(int, candle.split())) for candle in candles.split(";")]
        out = answers(NAMES[pattern], np.array(bars, dtype=float).T.copy())[-1]
        for o, h, l, c in bars:
            assert l <= min(o, c) and max(o, c) <= h, line
        if out != int(answer):
            wrong += 1
            print(f"TA-Lib says {out:.0f}: {line}")
    print(f"{len(lines)} cases, {wrong} differ")
    raise SystemExit(wrong != 0)


if __name__ == "__main__":
    main()
