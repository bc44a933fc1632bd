"""Golden numbers of the family order-flow; how to run it is in common.py.

Trades, quotes and books are made from the candles as the test class Candles feeds them: a trade at
each close, bought if the bar rose; low and high as bid and ask; three levels beyond them. Windows are
laid out whole (sliding_window_view) and summed anew, volume buckets are cut on the exact decimals.
"""

import math
from decimal import Decimal

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from common import hold_back, main

LEVELS = 3


def windows(x, length):
    """[bars][length], the first length - 1 rows being NaN."""
    return sliding_window_view(np.concatenate([np.full(length - 1, np.nan), x]), length)


def sums(x, length):
    return windows(x, length).sum(axis=1)


def there(price, qty):
    """An empty queue stands at no price: at one that is worse than any."""
    return np.where(qty == 0, -np.inf, price), qty


def queue_flow(price, qty):
    price, qty = there(price, qty)
    flow = np.full(len(price), np.nan)
    flow[1:] = np.where(price[1:] >= price[:-1], qty[1:], 0.0) - np.where(price[1:] <= price[:-1], qty[:-1], 0.0)
    return flow


def by_time(time, x, cell_ns, cells=100):
    """What came in the cell under way and the 99 before it."""
    cell = time // cell_ns
    first = np.searchsorted(cell, cell - cells, side="right")
    most = int((np.arange(len(x)) - first).max()) + 1
    padded = windows(np.nan_to_num(x), most)
    age = np.arange(most)[::-1]
    inside = age[None, :] <= (np.arange(len(x)) - first)[:, None]
    return np.where(inside, np.nan_to_num(padded), 0.0).sum(axis=1)


def quotes(columns, c, bid_qty):
    bid, ask, ask_qty = c.low, c.high, c.volume
    mid = np.where((bid_qty > 0) & (ask_qty > 0), (bid + ask) / 2, np.nan)
    columns.put("quote-mid()", mid, ask - bid + 0 * mid, (ask - bid) / mid * 1e4)
    weighted = (bid * ask_qty + ask * bid_qty) / (bid_qty + ask_qty) + 0 * mid
    columns.put("microprice()", weighted, (weighted - mid) / mid * 1e4)
    columns.put("queue-imbalance()", (bid_qty - ask_qty) / (bid_qty + ask_qty))
    flow = queue_flow(bid, bid_qty) - queue_flow(-ask, ask_qty)
    for n in (1, 7, 30):
        ofi = sums(flow, n)
        depth = sums(bid_qty + ask_qty, n) / (2 * n)
        columns.put(f"order-flow-imbalance({n})", ofi, np.where(depth == 0, np.nan, ofi / depth))
    for seconds in (10.0, 43200.0):
        timed = by_time(c.time, flow, int(seconds * 1e7))
        columns.put(f"timed-order-flow-imbalance({seconds})", *hold_back(2, timed))


def books(columns, c, bid_qty):
    factor = 1 + np.arange(LEVELS)
    bids = c.low[:, None] * (1 - 0.001 * np.arange(LEVELS))
    asks = c.high[:, None] * (1 + 0.001 * np.arange(LEVELS))
    bid_qtys = bid_qty[:, None] * factor
    ask_qtys = c.volume[:, None] * factor
    mid = np.where((bid_qty > 0) & (c.volume > 0), (c.low + c.high) / 2, np.nan)[:, None]

    def balance(b, a):
        return (b - a) / (b + a)

    for n in (1, 2, 5):
        b, a = bid_qtys[:, :n].sum(axis=1), ask_qtys[:, :n].sum(axis=1)
        columns.put(f"book-imbalance({n})", balance(b, a), b, a)
    far = [np.abs(x - mid) / mid * 1e4 for x in (bids, asks)]
    for n, scale in ((20, 10.0), (2, 150.0)):
        b, a = [(q * np.exp(-d / scale))[:, :n].sum(axis=1) for q, d in zip((bid_qtys, ask_qtys), far)]
        columns.put(f"weighted-book-imbalance({n},{scale})", balance(b, a))
    for bps in (10.0, 60.0):
        b, a = [np.where(d <= bps, q, 0.0).sum(axis=1) for q, d in zip((bid_qtys, ask_qtys), far)]
        b, a = [np.where(np.isnan(mid[:, 0]), np.nan, x) for x in (b, a)]
        columns.put(f"depth-within({bps})", b + a, b, a)
    for n in (2, 10):
        b, a = [
            (d * q.cumsum(axis=1))[:, :n].sum(axis=1) / (d * d)[:, :n].sum(axis=1)
            for q, d in zip((bid_qtys, ask_qtys), far)
        ]
        columns.put(f"book-slope({n})", balance(b, a), b, a)
    for qty in (1.0, 5.0):
        buy, sell = fill(asks, ask_qtys, qty), fill(bids, bid_qtys, qty)
        middle = mid[:, 0]
        columns.put(f"fill-price({qty})", buy, sell, (buy - middle) / middle * 1e4, (middle - sell) / middle * 1e4)
    flows = [
        queue_flow(bids[:, i], bid_qtys[:, i]) - queue_flow(-asks[:, i], ask_qtys[:, i])
        for i in range(LEVELS)
    ]
    for n in (1, 12):
        levels = [sums(flow, n) for flow in flows]
        missing = np.where(np.isnan(levels[0]), np.nan, 0.0)
        columns.put(f"multi-level-order-flow-imbalance({n})", *levels, missing, missing)


def fill(prices, qtys, qty):
    before = np.cumsum(qtys, axis=1) - qtys
    taken = np.clip(qty - before, 0, qtys)
    enough = qtys.sum(axis=1) >= qty
    return np.where(enough, (prices * taken).sum(axis=1) / qty, np.nan)


def trades(columns, c):
    price, qty, buy = c.close, c.volume, c.close > c.open
    sign = np.where(buy, 1.0, -1.0)
    bought, sold = np.where(buy, qty, 0.0), np.where(buy, 0.0, qty)
    columns.put("trade-sign()", sign, sign * qty, sign * qty * price)
    columns.put("tick-rule()", tick_rule(price))
    columns.put("cumulative-delta()", *[exact(sign * x) for x in (qty, qty * price)])
    for seconds in (86400, 14400):
        columns.put(f"session-delta({seconds})", *session(c.time // (seconds * 10**9), sign, qty))
    for n in (1, 10, 30):
        b, s = sums(bought, n), sums(sold, n)
        columns.put(f"trade-imbalance({n})", (b - s) / (b + s), b, s, b / (b + s))
        columns.put(f"trade-vwap({n})", sums(price * qty, n) / sums(qty, n))
    for seconds in (60.0, 36000.0):
        b, s = [by_time(c.time, x, int(seconds * 1e7)) for x in (bought, sold)]
        columns.put(f"timed-trade-imbalance({seconds})", (b - s) / (b + s), b, s)
    for half_life in (10.0, 7200.0):
        k = math.log(2) / half_life
        b, s, v = [decayed(c.time, k * x, k) for x in (buy, ~buy, qty)]
        columns.put(f"trade-intensity({half_life})", b + s, b, s, v)
    for n, seconds in ((30, 1.0), (15, 300.0)):
        columns.put(f"kyle-lambda({n},{seconds})", kyle(price, sign * qty, n))
    for n in (15, 30):
        columns.put(f"roll-spread({n})", roll(price, n))
    for seconds, step, limit in ((345600, 0.02, 64), (864000, 0.001, 16)):
        outputs = footprint(c.time // (seconds * 10**9), price, bought, sold, (step, 2.5, 2, limit))
        columns.put(f"footprint({seconds},{step},2.5,2,{limit})", *outputs)
    whole = units(qty)
    for n, volume in ((50, 10), (20, 128)):
        columns.put(f"vpin({n},{float(volume)})", vpin(sign, *whole, n, volume))
    columns.put("bulk-vpin(10,128.0)", bulk_vpin(price, *whole, 10, 128))


def tick_rule(price):
    change = np.sign(np.diff(price, prepend=price[0]))
    last = np.maximum.accumulate(np.where(change != 0, np.arange(len(price)), 0))
    return change[last]


def exact(x):
    """Running totals by two halves of each number, each of which adds up without loss."""
    large = np.round(x)
    return np.cumsum(large) + np.cumsum(x - large)


def session(number, sign, qty):
    out = np.zeros((5, len(qty)))
    starts = np.flatnonzero(np.diff(number, prepend=number[0] - 1))
    for first, end in zip(starts, [*starts[1:], len(qty)]):
        s, q = sign[first:end], qty[first:end]
        delta = np.cumsum(s * q)
        out[0, first:end] = delta
        out[1, first:end] = np.cumsum(np.where(s > 0, q, 0.0))
        out[2, first:end] = np.cumsum(np.where(s > 0, 0.0, q))
        out[3, first:end] = np.maximum(0.0, np.maximum.accumulate(delta))
        out[4, first:end] = np.minimum(0.0, np.minimum.accumulate(delta))
    return out


def footprint(number, price, bought, sold, choice):
    """Each trade's bar so far laid out whole, [trades][levels], once for each width of levels it has."""
    step, ratio, stack, limit = choice
    steps = price / step
    level = np.floor(steps + 1e-12 * np.abs(steps)).astype(np.int64)
    out = np.full((8, len(price)), np.nan)
    starts = np.flatnonzero(np.diff(number, prepend=number[0] - 1))
    for first, end in zip(starts, [*starts[1:], len(price)]):
        low, high = np.minimum.accumulate(level[first:end]), np.maximum.accumulate(level[first:end])
        wide = np.zeros(end - first, dtype=np.int64)
        while (((high >> wide) - (low >> wide)) >= limit).any():
            wide += ((high >> wide) - (low >> wide)) >= limit
        for k in np.unique(wide):
            rows = np.flatnonzero(wide == k)
            at = level[first : first + rows[-1] + 1] >> k
            known = np.arange(at.min(), at.max() + 1)
            here = at[:, None] == known
            b, s = [np.cumsum(here * x[first : first + len(at), None], axis=0)[rows] for x in (bought, sold)]
            inside = (known >= (low[rows] >> k)[:, None]) & (known <= (high[rows] >> k)[:, None])
            far = np.abs(2 * known - ((low[rows] >> k) + (high[rows] >> k))[:, None])
            most = (b + s).max(axis=1, keepdims=True)
            poc = np.where(inside & (b + s >= most * (1 - 1e-9)), far, 1 << 60).argmin(axis=1)
            below, above = np.zeros_like(inside), np.zeros_like(inside)
            below[:, 1:] = (b[:, 1:] >= ratio * s[:, :-1] * (1 - 1e-9)) & (b[:, 1:] > 0) & inside[:, :-1]
            above[:, :-1] = (s[:, :-1] >= ratio * b[:, 1:] * (1 - 1e-9)) & (s[:, :-1] > 0) & inside[:, 1:]
            to = first + rows
            out[3, to] = known[poc] * step * 2.0**k
            out[4, to], out[5, to] = below.sum(axis=1), above.sum(axis=1)
            out[6, to], out[7, to] = stacks(below, stack), stacks(above, stack)
        out[1, first:end], out[2, first:end] = np.cumsum(bought[first:end]), np.cumsum(sold[first:end])
    out[0] = out[1] - out[2]
    return out


def stacks(marked, size):
    """Runs of at least a size in each line: where so many end that one less before them did not."""
    full = [sliding_window_view(np.pad(marked, ((0, 0), (n, 0))), n, axis=1).all(axis=2) for n in (size, size + 1)]
    return (full[0][:, 1:] & ~full[1][:, 1:]).sum(axis=1)


def decayed(time, x, k):
    out = np.zeros(len(x))
    total = 0.0
    for i in range(len(x)):
        gap = (time[i] - time[i - 1]) * 1e-9 if i else 0.0
        total = total * math.exp(-k * gap) + x[i]
        out[i] = total
    return out


def kyle(price, signed, n):
    """Each trade is a bucket of its own; the one under way does not count."""
    out = np.full(len(price), np.nan)
    y = windows(np.diff(price), n)[n - 1 :]
    x = windows(signed[1:], n)[n - 1 :]
    x = x - x.mean(axis=1, keepdims=True)
    y = y - y.mean(axis=1, keepdims=True)
    slopes = (x * y).sum(axis=1) / (x * x).sum(axis=1)
    out[n + 1 :] = slopes[:-1]
    return out


def roll(price, n):
    change = np.diff(price)
    out = np.full(len(price), np.nan)
    before, after = [windows(x, n)[n - 1 :] for x in (change[:-1], change[1:])]
    before = before - before.mean(axis=1, keepdims=True)
    after = after - after.mean(axis=1, keepdims=True)
    covariance = (before * after).sum(axis=1) / n
    out[n + 1 :] = 2 * np.sqrt(np.maximum(0.0, -covariance))
    return out


def units(qty):
    """As whole numbers in the last decimal that there is, and how many of them are one."""
    decimals = [Decimal(str(q)) for q in qty]
    scale = 10 ** max(0, -min(d.normalize().as_tuple().exponent for d in decimals))
    return np.array([int(d * scale) for d in decimals], dtype=np.int64), scale


def vpin(sign, whole, scale, n, volume):
    """By the signed volume at the ends of the last buckets, each of which lies in one trade."""
    size = volume * scale
    together = np.cumsum(whole)
    signed = np.concatenate([[0], np.cumsum(sign.astype(np.int64) * whole)])
    full = together // size
    ends = np.maximum(full[:, None] - n + np.arange(n + 1), 0) * size
    trade = np.searchsorted(together, ends)
    at = signed[trade + 1] - sign.astype(np.int64)[trade] * (together[trade] - ends)
    one_sided = np.abs(np.diff(at, axis=1)).sum(axis=1) / (n * size)
    late = (full < n) | (np.arange(len(whole)) < n - 1)
    return np.where(late, np.nan, one_sided)


def bulk_vpin(price, whole, scale, n, volume):
    """The last 2 n - 1 full buckets of each trade anew: at which trade each ended, at what price."""
    size = volume * scale
    together = np.cumsum(whole)
    full = together // size
    ends = np.maximum(full[:, None] - 2 * n + 1 + np.arange(2 * n), 0) * size
    prices = np.where(ends == 0, price[0], price[np.searchsorted(together, ends)])
    changes = sliding_window_view(np.diff(prices, axis=1), n, axis=1)
    sigma = changes.std(axis=2)
    ratio = np.where(sigma == 0, 0.0, changes[:, :, -1] / np.where(sigma == 0, 1.0, sigma))
    erf = np.array([math.erf(abs(x) / math.sqrt(2)) for x in ratio.ravel()]).reshape(ratio.shape)
    late = (full < 2 * n - 1) | (np.arange(len(whole)) < n - 1)
    return np.where(late, np.nan, erf.mean(axis=1))


def bars(columns, c):
    move = np.abs(np.diff(c.close, prepend=np.nan) / np.concatenate([[np.nan], c.close[:-1]]))
    traded = c.volume > 0
    ratio = np.where(traded, move / (c.close * np.where(traded, c.volume, 1.0)), 0.0)
    for n in (1, 20):
        columns.put(f"amihud-illiquidity({n})", *hold_back(n + 1, sums(ratio, n) / sums(traded * 1.0, n)))


def fill_columns(columns, c):
    bid_qty = c.volume * (c.open / c.close)
    with np.errstate(divide="ignore", invalid="ignore"):
        quotes(columns, c, bid_qty)
        books(columns, c, bid_qty)
        trades(columns, c)
        bars(columns, c)


if __name__ == "__main__":
    main("order-flow", fill_columns)
