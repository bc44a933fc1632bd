package io.tradewind.app.run;

import io.tradewind.app.config.Configuration;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.allocation.AllocationRule;
import io.tradewind.core.allocation.AllocationSettings;
import io.tradewind.core.allocation.Allocator;
import io.tradewind.core.execution.ExecutionStyle;
import io.tradewind.core.time.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How entries are worked and capital is moved, held against the run that it is for. */
final class Ways {
  private Ways() {}

  /**
   * What moves capital; empty where nothing does, as with one strategy.
   *
   * @param percents what each strategy has at the start
   * @throws UserMistake if it does not fit these strategies
   */
  static Optional<AllocationSettings> allocation(
      Configuration configuration, List<String> strategies, List<BigDecimal> percents) {
    if (strategies.size() == 1) {
      return Optional.empty();
    }
    Optional<AllocationSettings> moving =
        configuration.allocation().moving(Shares.parts(Allocator.WHOLE_PPM, percents));
    moving.ifPresent(settings -> check(settings, strategies));
    return moving;
  }

  /**
   * Says which strategies begin with another share than they were told, and with which.
   *
   * @param allocation what {@link #allocation} says of them
   */
  static Optional<String> cutShares(
      Configuration configuration,
      Optional<AllocationSettings> allocation,
      List<String> strategies,
      List<BigDecimal> percents) {
    if (allocation.isEmpty() || configuration.allocation().shares().isEmpty()) {
      return Optional.empty();
    }
    List<Long> told = Shares.parts(Allocator.WHOLE_PPM, percents);
    Allocator begun = new Allocator(strategies, allocation.get(), 0);
    List<String> others = new ArrayList<>();
    for (int i = 0; i < strategies.size(); i++) {
      if (Math.abs(begun.weightPpm(i) - told.get(i)) > strategies.size()) {
        others.add(
            strategies.get(i)
                + " has "
                + percent(begun.weightPpm(i))
                + " instead of "
                + percent(told.get(i)));
      }
    }
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(reason(configuration, allocation.get()) + ": " + String.join(", ", others));
  }

  private static String reason(Configuration configuration, AllocationSettings settings) {
    String rule = "allocation.rule " + configuration.allocation().rule();
    return settings.rule() instanceof AllocationRule.Fixed
        ? rule
            + (" keeps each share between allocation.floor, " + percent(settings.floorPpm()))
            + (", and allocation.cap, " + percent(settings.capPpm()))
        : rule + " begins with shares of its own, whatever --share says";
  }

  private static String percent(long ppm) {
    return BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString() + "%";
  }

  private static void check(AllocationSettings settings, List<String> strategies) {
    if (strategies.contains(Allocator.RESERVE)) {
      throw new UserMistake(
          "where allocation.rule moves capital no strategy may be named "
              + Allocator.RESERVE
              + ", which is what no strategy has; rename its file");
    }
    long most = Allocator.WHOLE_PPM / strategies.size();
    if (settings.floorPpm() > most) {
      throw new UserMistake(
          "allocation.floor must be at most "
              + percent(most)
              + ", so that the floors of "
              + strategies.size()
              + " strategies fit into the capital");
    }
  }

  /** What the user should know of settings without effect, and of a style that is too quick. */
  static List<String> notices(Configuration configuration, int strategies, List<Listing> listings) {
    Configuration.Execution execution = configuration.execution();
    Configuration.Allocation allocation = configuration.allocation();
    List<String> notices = new ArrayList<>();
    execution
        .effect()
        .notice("execution.style is " + execution.name() + " (--execution)")
        .ifPresent(notices::add);
    allocation
        .effect()
        .notice("allocation.rule is " + allocation.rule() + " (--allocation)")
        .ifPresent(notices::add);
    if (!allocation.rule().equals("none") && strategies == 1) {
      notices.add(
          "allocation.rule "
              + allocation.rule()
              + " has no effect: there is one strategy; name several: --strategy A,B");
    }
    configuration
        .hedge()
        .effect()
        .notice("nothing is hedged; name a perpetual: --hedge SYMBOL")
        .ifPresent(notices::add);
    configuration
        .rivals()
        .effect()
        .notice("there is no challenger; name one: --rival NAME")
        .ifPresent(notices::add);
    notices.addAll(ticks(configuration.ticks()));
    execution
        .style()
        .ifPresent(style -> notices.addAll(tooQuick(execution.name(), style, listings)));
    return notices;
  }

  private static List<String> ticks(Configuration.Ticks ticks) {
    return Stream.of(
            ticks.effect().notice("the run is on candles; have it on ticks: --ticks"),
            ticks.costs().notice("what a fill costs on ticks the recorded book shows"))
        .flatMap(Optional::stream)
        .toList();
  }

  /** A candle's close is when orders can be sent. */
  private static List<String> tooQuick(String name, ExecutionStyle style, List<Listing> listings) {
    long timeNs = timeNs(style);
    Map<String, List<String>> symbols = new LinkedHashMap<>();
    for (Listing listing : listings) {
      String shortest = listing.data().intervals().getFirst();
      if (timeNs <= Interval.parse(shortest).durationNs()) {
        symbols
            .computeIfAbsent(shortest, each -> new ArrayList<>())
            .add(listing.instrument().id().toString());
      }
    }
    String path = "execution." + name + (name.equals("chase") ? ".patience" : ".time");
    List<String> notices = new ArrayList<>();
    symbols.forEach((shortest, ids) ->
        notices.add(
            String.join(", ", ids)
                + ": an entry is worked at the closes of candles, which are "
                + shortest
                + " long, and "
                + name
                + " has "
                + RunSettings.duration(timeNs)
                + " for it; import shorter candles, or set "
                + path));
    return notices;
  }

  private static long timeNs(ExecutionStyle style) {
    return switch (style) {
      case ExecutionStyle.Immediate immediate -> immediate.patienceNs();
      case ExecutionStyle.Twap twap -> twap.durationNs();
      case ExecutionStyle.Vwap vwap -> vwap.durationNs();
      case ExecutionStyle.Pov pov -> pov.durationNs();
      case ExecutionStyle.Iceberg iceberg -> iceberg.durationNs();
      case ExecutionStyle.Chase chase -> chase.patienceNs();
    };
  }
}
