"""Writes ../resources/golden/regime-*.csv: a hidden Markov model by other hands.

    pip install numpy==2.4.6 hmmlearn==0.3.3
    python regime.py

regime-observations.csv is drawn from a known model of three states and two features; its state and
what hmmlearn makes of it (Viterbi path, filtered probabilities) stand beside it. regime-models.csv
holds the model that is begun with and the one that hmmlearn arrives at, without priors, after some
iterations.
"""

from pathlib import Path

import numpy as np
from hmmlearn.hmm import GaussianHMM

ITERATIONS = 12
TARGET = Path(__file__).resolve().parent / ".." / "resources" / "golden"

PLANTED = dict(
    startprob_=np.array([0.5, 0.3, 0.2]),
    transmat_=np.array([[0.95, 0.04, 0.01], [0.03, 0.94, 0.03], [0.02, 0.08, 0.9]]),
    means_=np.array([[0.5, -1.0], [0.0, 0.5], [-1.0, 2.0]]),
    covars_=np.array([[0.04, 0.09], [0.25, 0.16], [1.0, 0.64]]),
)
BEGUN = dict(
    startprob_=np.array([0.4, 0.3, 0.3]),
    transmat_=np.array([[0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.1, 0.1, 0.8]]),
    means_=np.array([[0.6, -0.5], [0.2, 0.2], [-0.6, 1.5]]),
    covars_=np.array([[0.5, 0.6], [0.5, 0.6], [0.7, 0.8]]),
)


def model(parameters, iterations=1):
    made = GaussianHMM(
        3, "diag", covars_prior=0, covars_weight=1, n_iter=iterations, tol=-np.inf, init_params="", implementation="log"
    )
    for name, value in parameters.items():
        setattr(made, name, value.copy())
    made.n_features = 2
    return made


def rows_of(label, made):
    covars = np.array([np.diag(c) for c in made.covars_]) if made.covars_.ndim == 3 else made.covars_
    for i in range(3):
        yield [label, i, made.startprob_[i], *made.transmat_[i], *made.means_[i], *covars[i]]


def observations():
    x, states = model(PLANTED).sample(1000, random_state=np.random.RandomState(7))
    x = np.round(x, 6)
    begun = model(BEGUN)
    fitted = model(BEGUN, ITERATIONS).fit(x)
    assert len(fitted.monitor_.history) == ITERATIONS
    path = fitted.predict(x)
    filtered = [fitted.predict_proba(x[:n])[-1] for n in range(1, len(x) + 1)]
    rows = [[*x[i], states[i], path[i], *filtered[i]] for i in range(len(x))]
    write("regime-observations.csv", "x0;x1;planted;path;p0;p1;p2", rows)
    models = [*rows_of("planted", model(PLANTED)), *rows_of("begun", begun), *rows_of("fitted", fitted)]
    models.append(["score", 0, begun.score(x), fitted.score(x), 0, 0, 0, 0, 0, 0])
    write("regime-models.csv", "model;state;start;t0;t1;t2;m0;m1;v0;v1", models)


def text(value):
    return value if isinstance(value, str) else repr(float(value))


def write(name, header, rows):
    lines = [header] + [";".join(text(value) for value in row) for row in rows]
    (TARGET / name).write_text("\n".join(lines) + "\n", newline="\n")


if __name__ == "__main__":
    observations()
