"""Golden numbers of the family cycle; how to run it is in common.py."""

import numpy as np
import talib

from common import hold_back, main
from hilbert import back, cycle, whole
from windows import rolling


def fill(columns, c):
    prices = whole(c.close)
    columns.put("hilbert-period()", talib.HT_DCPERIOD(prices))
    columns.put("hilbert-phasor()", *back(*talib.HT_PHASOR(prices)))
    phase, sine, lead, mode = cycle(c.close)
    columns.put("hilbert-phase()", *hold_back(64, phase))
    columns.put("hilbert-sine()", *hold_back(64, sine, lead))
    columns.put("hilbert-trend-mode()", *hold_back(64, mode))
    for n in (2, 10):
        place = np.arange(n, 0, -1)
        gravity = rolling(c.close, n, lambda w: (n + 1) / 2 - (w @ place) / w.sum(axis=1))
        columns.put(f"center-of-gravity({n})", gravity)


if __name__ == "__main__":
    main("cycle", fill)
