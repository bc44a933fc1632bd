"""Golden numbers of the family cycle; how to run it is in common.py."""

import talib

from common import hold_back, main
from hilbert import back, cycle, whole


def fill(columns, c):
    prices = whole(c.close)
    columns.put("hilbert-period()", talib.HT_DCPERIOD(prices))
    columns.put("hilbert-phasor()", *back(*talib.HT_PHASOR(prices)))
    phase, sine, lead, mode = cycle(c.close)
    columns.put("hilbert-phase()", *hold_back(64, phase))
    columns.put("hilbert-sine()", *hold_back(64, sine, lead))
    columns.put("hilbert-trend-mode()", *hold_back(64, mode))


if __name__ == "__main__":
    main("cycle", fill)
