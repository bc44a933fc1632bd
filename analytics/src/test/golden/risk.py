"""Writes ../resources/golden/risk-*.csv: synthetic returns and what may be lost of them.

    pip install numpy==2.4.6 scipy==1.17.1
    python risk.py

risk-returns.csv has a column per case (shorter ones end early). risk-tails.csv holds value at risk
and expected shortfall; the shortfall is found as the minimum of Rockafellar and Uryasev (2000),
not as a mean. risk-exceedances.csv holds the tests, from scipy's binomial and chi-square laws.
risk-normal.csv is the normal distribution, risk-correlations.csv four series with holes and the
correlations after each row.
"""

from pathlib import Path

import numpy as np
from scipy import special, stats

LAMBDA = 0.94
SETTLING = 20
PATHS = 400
SEED = 12345
MASK = 2**64 - 1
TARGET = Path(__file__).resolve().parent / ".." / "resources" / "golden"


def cases():
    random = np.random.Generator(np.random.PCG64(95))
    normal = 0.001 + 0.02 * random.standard_normal(500)
    fat = 0.015 * random.standard_t(3, 800)
    return dict(
        normal=np.round(normal, 9),
        fat=np.round(fat, 9),
        clustered=np.round(clustered(random, 700), 9),
        short=np.round(0.03 * random.standard_normal(26), 9),
        gains=np.round(0.05 + 0.001 * random.standard_normal(60), 9),
    )


def clustered(random, count):
    variance, r = 4e-4, np.zeros(count)
    for i in range(count):
        r[i] = np.sqrt(variance) * random.standard_normal()
        variance = 8e-6 + 0.1 * r[i] ** 2 + 0.88 * variance
    return r


def tail_of(outcomes, confidence):
    losses = -np.asarray(outcomes)
    shortfall = min(c + np.maximum(losses - c, 0).mean() / (1 - confidence) for c in losses)
    return np.quantile(losses, confidence), shortfall


def historical(r, confidence, days):
    wealth = np.concatenate([[1], np.cumprod(1 + r)])
    return tail_of(wealth[days:] / wealth[:-days] - 1, confidence)


def variance_of(r):
    weights = LAMBDA ** np.arange(len(r))[::-1]
    return np.average(r**2, weights=weights)


def parametric(r, confidence, days):
    law = stats.norm(0, np.sqrt(variance_of(r) * days))
    shortfall = -law.expect(lambda x: x, ub=law.ppf(1 - confidence), conditional=True, epsabs=1e-15, epsrel=1e-13)
    return law.isf(1 - confidence), shortfall


def split_mix(seed):
    state = seed
    while True:
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        yield z ^ (z >> 31)


def monte_carlo(r, confidence, days):
    numbers = split_mix(SEED)
    residuals = [r[i] / np.sqrt(variance_of(r[:i])) for i in range(SETTLING, len(r))]
    ends = []
    for _ in range(PATHS):
        variance, log_wealth = variance_of(r), 0.0
        for _ in range(days):
            move = np.sqrt(variance) * residuals[next(numbers) * len(residuals) >> 64]
            variance = LAMBDA * variance + (1 - LAMBDA) * move**2
            log_wealth += np.log1p(move)
        ends.append(np.expm1(log_wealth))
    return tail_of(ends, confidence)


def kupiec(days, count, p):
    return 2 * (stats.binom.logpmf(count, days, count / days) - stats.binom.logpmf(count, days, p))


def christoffersen(hits):
    pairs = np.zeros((2, 2))
    np.add.at(pairs, (hits[:-1].astype(int), hits[1:].astype(int)), 1)
    free = sum(log_likelihood(row) for row in pairs)
    return 2 * (free - log_likelihood(pairs.sum(axis=0)))


def log_likelihood(row):
    return float(special.xlogy(row, row / row.sum()).sum()) if row.sum() else 0.0


def exceedances(r, window, confidence, method):
    told = [method(r[i - window : i], confidence, 1)[0] for i in range(window, len(r))]
    hits = -r[window:] > np.array(told)
    proportion = kupiec(len(hits), hits.sum(), 1 - confidence)
    independence = christoffersen(hits)
    tests = [proportion, stats.chi2.sf(proportion, 1), independence, stats.chi2.sf(independence, 1)]
    return [len(hits), hits.sum(), (1 - confidence) * len(hits)] + tests


def correlations():
    random = np.random.Generator(np.random.PCG64(4))
    loads = np.array([[1, 0.2, 0], [0.9, 0.5, 0], [-0.7, 0.3, 0.6], [0, 0, 0.01]])
    r = np.round(random.standard_normal((120, 3)) @ loads.T * 0.02, 9)
    r[40:45, 1] = np.nan
    r[60, 3] = np.nan
    rows = []
    for n in range(1, len(r) + 1):
        row = list(r[n - 1])
        for b in range(1, 4):
            row += [correlation(r[:n, a], r[:n, b]) for a in range(b)]
        rows.append(row)
    return rows


def correlation(a, b):
    both = np.isfinite(a) & np.isfinite(b)
    a, b = a[both], b[both]
    if len(a) < 10:
        return np.nan
    w = LAMBDA ** np.arange(len(a))[::-1]
    return (w * a * b).sum() / np.sqrt((w * a * a).sum() * (w * b * b).sum())


def text(value):
    return value if isinstance(value, str) else repr(float(value))


def write(name, header, rows):
    lines = [header] + [";".join(text(value) for value in row) for row in rows]
    (TARGET / name).write_text("\n".join(lines) + "\n", newline="\n")


def main():
    made = cases()
    longest = max(len(r) for r in made.values())
    columns = [[r[i] if i < len(r) else "" for r in made.values()] for i in range(longest)]
    write("risk-returns.csv", ";".join(made), columns)
    methods = dict(historical=historical, parametric=parametric, monteCarlo=monte_carlo)
    tails = [
        [method, name, confidence, days, *methods[method](r, confidence, days)]
        for method in methods
        for name, r in made.items()
        for confidence in (0.95, 0.99, 0.9)
        for days in (1, 7)
    ]
    write("risk-tails.csv", "method;case;confidence;days;loss;shortfall", tails)
    told = [
        [method, name, window, confidence, *exceedances(made[name], window, confidence, methods[method])]
        for method in ("historical", "parametric")
        for name in ("normal", "fat", "clustered", "gains")
        for window, confidence in ((50, 0.95), (40, 0.99))
    ]
    write("risk-exceedances.csv", "method;case;window;confidence;days;count;expected;lr;p;lrInd;pInd", told)
    z = np.concatenate([np.linspace(-8, 8, 81), [-30, -20, 1e-9, 2**0.5 * 2]])
    normal = [[x, stats.norm.pdf(x), stats.norm.cdf(x), special.erfc(x)] for x in z]
    write("risk-normal.csv", "z;density;cumulative;erfc", normal)
    pairs = "01;02;12;03;13;23"
    write("risk-correlations.csv", "r0;r1;r2;r3;" + pairs, correlations())


if __name__ == "__main__":
    main()
