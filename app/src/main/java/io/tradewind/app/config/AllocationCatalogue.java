package io.tradewind.app.config;

import io.tradewind.app.config.Setting.Named;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import java.util.List;

/** The settings of capital between strategies, and of challengers beside them. */
final class AllocationCatalogue {
  private static final SettingTable TABLE =
      new SettingTable(
          "allocation",
          """
          interval | how often capital may be moved, at the ends of UTC days | 1d
          window | how many of the latest days of a record count | 90
          warm-up | days of record before a strategy is judged | 30
          warm-up-trades | closed trades before a strategy is judged | 20
          floor | least that a strategy has, of all capital | 5%
          cap | most that a strategy has; an equal part where that is more | 60%
          max-shift | most that is given to strategies at one time, of all capital | 10%
          min-shift | what is not worth moving, of all capital | 1%
          max-drawdown | loss since its peak in the window that brings a strategy to its floor | 15%
          bandit.draws | how often the bandit draws who is the best | 1000
          bandit.prior | days that the bandit's doubt weighs | 10
          bandit.exploration | part that the bandit divides equally, whatever the record says | 10%
          seed | of what the bandit draws | 1
          """);

  private static final SettingTable RIVALS_TABLE =
      new SettingTable(
          "rivals",
          """
          days | shorter records say nothing of a challenger | 60
          confidence | how sure it must be that a challenger is better, or worse | 95%
          block | days in a row that are drawn together, on average | 5
          draws | how many records are drawn | 10000
          seed | of these draws | 1
          """);

  static final Setting<List<String>> SHARES =
      new Named(
              "allocation.shares",
              "--share",
              "NAME=PART",
              "a strategy's part of the capital, such as momentum=60%")
          .optional(
              Format.listed("NAME=PART, several with commas between them, such as momentum=60%"),
              "equal parts");

  static final Setting<String> RULE =
      new Named("allocation.rule", "--allocation", "RULE", "what moves capital between strategies")
          .of(Format.choice("none", "equal", "fixed", "bandit"), "none");

  static final Setting<Interval> INTERVAL = row("interval", days());
  static final Setting<Long> WINDOW = row("window", Format.integer(2, 10_000));
  static final Setting<Long> WARM_UP = row("warm-up", Format.integer(2, 10_000));
  static final Setting<Long> WARM_UP_TRADES = row("warm-up-trades", Format.integer(0, 100_000));
  static final Setting<Double> FLOOR = row("floor", Format.ratio(0, 1));
  static final Setting<Double> CAP = row("cap", Format.ratio(0, 1));
  static final Setting<Double> MAX_SHIFT = row("max-shift", Format.ratio(0.0001, 1));
  static final Setting<Double> MIN_SHIFT = row("min-shift", Format.ratio(0, 1));
  static final Setting<Double> MAX_DRAWDOWN = row("max-drawdown", Format.ratioAbove(0, 1, true));
  static final Setting<Long> DRAWS = row("bandit.draws", Format.integer(1, 1_000_000));
  static final Setting<Double> PRIOR = row("bandit.prior", RiskFormat.number(2, 1e6));
  static final Setting<Double> EXPLORATION = row("bandit.exploration", Format.ratio(0, 1));
  static final Setting<Long> SEED = row("seed", Format.integer(0, Long.MAX_VALUE));

  static final Setting<List<String>> RIVALS =
      new Named(
              "rivals.strategies",
              "--rival",
              "[LABEL=]NAME",
              "a challenger, traded beside on an account of its own")
          .optional(
              Format.listed("NAME or LABEL=NAME of a strategy, several with commas between them"),
              "none");

  static final Setting<Long> RIVAL_DAYS = rival("days", Format.integer(2, 100_000));
  static final Setting<Double> RIVAL_CONFIDENCE = rival("confidence", Format.ratio(0.51, 0.9999));
  static final Setting<Double> RIVAL_BLOCK = rival("block", RiskFormat.number(1, 1000));
  static final Setting<Long> RIVAL_DRAWS = rival("draws", Format.integer(100, 10_000_000));
  static final Setting<Long> RIVAL_SEED = rival("seed", Format.integer(0, Long.MAX_VALUE));

  /** All, in the order in which they are shown. */
  static final List<Setting<?>> ALL =
      List.of(
          SHARES,
          RULE,
          INTERVAL,
          WINDOW,
          WARM_UP,
          WARM_UP_TRADES,
          FLOOR,
          CAP,
          MAX_SHIFT,
          MIN_SHIFT,
          MAX_DRAWDOWN,
          DRAWS,
          PRIOR,
          EXPLORATION,
          SEED,
          RIVALS,
          RIVAL_DAYS,
          RIVAL_CONFIDENCE,
          RIVAL_BLOCK,
          RIVAL_DRAWS,
          RIVAL_SEED);

  private AllocationCatalogue() {}

  private static <T> Setting<T> row(String name, Format<T> format) {
    return TABLE.named(name).of(format, TABLE.defaults(name).getFirst());
  }

  private static <T> Setting<T> rival(String name, Format<T> format) {
    return RIVALS_TABLE.named(name).of(format, RIVALS_TABLE.defaults(name).getFirst());
  }

  /** Books are looked at when a UTC day ends. */
  private static Format<Interval> days() {
    Format<Interval> any = Format.interval();
    return new Format<>(
        "an interval of days or weeks, such as 1d, 1w",
        false,
        parts -> {
          Interval interval = any.reader().read(parts);
          Format.require(interval.durationNs() % Utc.DAY_NS == 0);
          return interval;
        });
  }
}
