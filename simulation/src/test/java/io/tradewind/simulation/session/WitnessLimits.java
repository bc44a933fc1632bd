package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.risk.limit.PortfolioLimits;
import io.tradewind.core.risk.limit.Sectors;
import io.tradewind.core.trade.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Holds each entry that is sent against every limit, with arithmetic of its own. */
final class WitnessLimits {
  private static final double HAIR = 1e-6;

  private final RiskWorld world;
  private final WitnessBooks books;
  private final NaiveStance stance;
  private final Set<String> happened;
  private final PortfolioLimits limits;
  private final Sectors sectors;
  private final NaiveMarket market;
  private final List<Long> sentNs = new ArrayList<>();

  WitnessLimits(RiskWorld world, WitnessBooks books, NaiveStance stance, Set<String> happened) {
    this.world = world;
    this.books = books;
    this.stance = stance;
    this.happened = happened;
    this.limits = world.spec.risk().exposure();
    this.sectors =
        new Sectors(
            world.spec.risk().sectors(),
            world.spec.instruments().stream().map(instrument -> instrument.id()).toList());
    this.market = new NaiveMarket(world.feeds);
  }

  void onSent(long timeNs) {
    sentNs.add(timeNs);
  }

  /** With all that is held and on its way an entry is within every limit when it is sent. */
  void checkEntry(OrderIntent intent, Direction direction) {
    assertThat(stance.bars(intent.instrument(), direction, sentNs.getLast()))
        .as("bars %s, seed %s row %s", intent, world.seed, world.row())
        .isEmpty();
    double equity = WitnessBooks.money(world.engine.equityScaled());
    check(
        "symbol",
        limits.symbolExposure() * equity,
        books.exposure(intent, i -> i == intent.instrument()));
    check(
        "sector",
        limits.sectorExposure() * equity,
        books.exposure(intent, i -> sectors.isShared(i, intent.instrument())));
    check("all", limits.leverage() * equity, books.exposure(intent, _ -> true));
    if (limits.openPositions() <= books.positions(intent)) {
      happened.add("last position");
    }
    assertThat(books.positions(intent)).as("positions").isLessThanOrEqualTo(limits.openPositions());
    check("heat", limits.heat() * equity, books.heat(intent));
    double risk = books.order(intent.orderId()).risk * books.order(intent.orderId()).left();
    check("trade risk", limits.tradeRisk() * equity, risk);
    checkMarket(intent, direction.sign(), equity);
    checkRate();
    happened.add(intent.purpose() + " of " + intent.size().getClass().getSimpleName());
  }

  /**
   * What hangs on how markets move, whether entries under way are filled or not; what of a worked
   * one is still to be placed is not seen here.
   */
  private void checkMarket(OrderIntent intent, int sign, double equity) {
    checkMoves(intent, sign, equity, false);
    if (!works()) {
      checkMoves(intent, sign, equity, true);
    }
    String known = market.isKnown(world.row()) ? " of what is known" : "";
    if (limits.correlation() < 1) {
      check("correlated" + known, limits.symbolExposure() * equity, correlated(intent, sign));
    }
  }

  private boolean works() {
    return world.spec.risk().slippage().isPresent()
        || world.spec.books().stream().anyMatch(book -> book.execution().isPresent());
  }

  /** What only lessens it may go whatever it is. */
  private void checkMoves(OrderIntent intent, int sign, double equity, boolean withEntries) {
    int rows = world.row();
    double[] before = new double[world.feeds.size()];
    for (int i = 0; i < before.length; i++) {
      for (int book = 0; book < world.spec.books().size(); book++) {
        before[i] += books.signed(intent, book, i, withEntries) / equity;
      }
    }
    double own = sign * books.order(intent.orderId()).left() / equity;
    double[] after = before.clone();
    after[intent.instrument()] += withEntries ? 0 : own;
    before[intent.instrument()] -= withEntries ? own : 0;
    String known = market.isKnown(rows) ? " of what is known" : "";
    double deviation = market.deviation(after, rows);
    if (deviation > market.deviation(before, rows)) {
      check("volatility" + known, limits.yearlyVolatility(), deviation * Math.sqrt(365));
    }
    double loss = market.valueAtRisk(after, rows);
    if (loss > market.valueAtRisk(before, rows)) {
      check("value at risk" + known, limits.valueAtRisk(), loss);
    }
  }

  /** Notional of all that moves as the entry does, which is one of it. */
  private double correlated(OrderIntent intent, int sign) {
    double sum = 0;
    for (int i = 0; i < world.feeds.size(); i++) {
      double alike = sign * market.correlation(i, intent.instrument(), world.row());
      for (int book = 0; book < world.spec.books().size(); book++) {
        if (alike * Long.signum(books.held(book, i)) > limits.correlation()) {
          sum += books.position(intent, book, i);
        }
        for (WitnessBooks.Sent sent : books.entries(book, i)) {
          sum += alike * sent.intent.side().sign() > limits.correlation() ? sent.left() : 0;
        }
      }
    }
    return sum;
  }

  /** The one that was just sent is the last. */
  private void checkRate() {
    long nowNs = sentNs.getLast();
    long before =
        sentNs.stream().filter(atNs -> nowNs - atNs < limits.orders().windowNs()).count() - 1;
    assertThat(before)
        .as("orders, seed %s row %s", world.seed, world.row())
        .isLessThan(limits.orders().count());
    if (before == limits.orders().count() - 1) {
      happened.add("last order");
    }
  }

  private void check(String what, double limit, double value) {
    assertThat(value)
        .as("%s, seed %s row %s", what, world.seed, world.row())
        .isLessThanOrEqualTo(limit * (1 + HAIR) + HAIR);
    if (value > limit * 0.999) {
      happened.add(what + " at its limit");
    }
  }
}
