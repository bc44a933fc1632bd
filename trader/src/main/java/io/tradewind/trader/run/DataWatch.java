package io.tradewind.trader.run;

import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.status.ComponentStatus;
import io.tradewind.trader.feed.MarketFeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells the engine which instruments' market data cannot be relied on, or whose orders cannot be
 * followed or written down: nothing opens there until they can, and exits always pass. At a start
 * that is so for all, until they are heard. It is told anew when the reason changes; reasons count
 * no seconds.
 */
final class DataWatch {
  private final Sources sources;
  private final long staleNs;
  private final Inputs inputs;

  /** What was told last of each instrument: what is wrong, or that nothing is. */
  private final List<Optional<String>> told = new ArrayList<>();

  private final boolean[] isTold;
  private Optional<String> ending = Optional.empty();
  private final long beganNs;

  /**
   * What it goes by.
   *
   * @param disk why nothing may open for want of room; empty where there is room
   */
  record Sources(
      MarketFeed feed, OrderSide orders, Reconciler reconciler, Supplier<Optional<String>> disk) {}

  /**
   * Nothing was told.
   *
   * @param staleNs so long after the last word data is stale
   */
  DataWatch(Sources sources, Inputs inputs, long staleNs) {
    this.sources = sources;
    this.staleNs = staleNs;
    this.inputs = inputs;
    this.isTold = new boolean[inputs.instruments().size()];
    for (int i = 0; i < isTold.length; i++) {
      told.add(Optional.empty());
    }
    this.beganNs = inputs.nowNs();
  }

  /** How many were told. */
  int step(long nowNs) {
    int count = 0;
    for (int i = 0; i < isTold.length; i++) {
      Optional<String> wrong = wrong(i, nowNs);
      if (!isTold[i] || !wrong.equals(told.get(i))) {
        isTold[i] = true;
        told.set(i, wrong);
        int instrument = i;
        inputs.control(timeNs ->
            new ControlEvent.DataJudged(
                timeNs, instrument, wrong.isEmpty(), wrong.orElse("heard again")));
        count++;
      }
    }
    return count;
  }

  /** How the market data stands as a whole. */
  void tell(ComponentBoard components, long nowNs) {
    int unusable = 0;
    Optional<String> first = Optional.empty();
    for (int i = 0; i < isTold.length; i++) {
      if (!isTold[i] || told.get(i).isPresent()) {
        unusable++;
        String why =
            inputs.instruments().get(i).id() + ", " + told.get(i).orElse("not looked at yet");
        first = first.or(() -> Optional.of(why));
      }
    }
    ComponentStatus.Level level =
        unusable == 0
            ? ComponentStatus.Level.UP
            : unusable < isTold.length
                ? ComponentStatus.Level.DEGRADED
                : ComponentStatus.Level.DOWN;
    components.set(
        "market data",
        level,
        unusable == 0
            ? ""
            : "nothing opens in %s of %s, such as %s"
                .formatted(unusable, isTold.length, first.orElse("")),
        nowNs);
  }

  /** Nothing opens any more in this life, and what would is taken back. */
  void end(String why) {
    ending = Optional.of(why);
  }

  private Optional<String> wrong(int instrument, long nowNs) {
    return ending.or(() -> heard(instrument, nowNs));
  }

  private Optional<String> heard(int instrument, long nowNs) {
    MarketFeed feed = sources.feed();
    OrderSide orders = sources.orders();
    long seenNs = feed.seenNs(instrument);
    if (seenNs <= beganNs) {
      return Optional.of("nothing heard since the start");
    }
    if (!orders.isInStep()) {
      return Optional.of("orders cannot be followed: " + orders.why());
    }
    Optional<String> held = sources.reconciler().wrong(instrument).or(sources.disk());
    if (held.isPresent()) {
      return held;
    }
    if (feed.isCatchingUp()) {
      return Optional.of("catching up");
    }
    if (feed.isMissing(instrument)) {
      return Optional.of("candles or trades are missing");
    }
    if (nowNs - seenNs > staleNs) {
      return Optional.of(
          "nothing heard for more than " + Duration.ofNanos(staleNs).toSeconds() + " s");
    }
    return feed.poor(instrument);
  }
}
