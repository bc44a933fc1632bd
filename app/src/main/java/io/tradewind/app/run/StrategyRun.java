package io.tradewind.app.run;

import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.time.Utc;
import io.tradewind.research.backtest.BacktestBook;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.BacktestRun;
import io.tradewind.research.backtest.BacktestSpec;
import io.tradewind.strategies.BuiltInStrategies;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** A run whose strategy may fail, which is then told as the strategy's failure, not as ours. */
public final class StrategyRun {
  /** So many that looking at a clock costs nothing, so few that a slow strategy tells in time. */
  private static final int SLICES_BETWEEN = 256;

  private static final String BUILT_IN = BuiltInStrategies.class.getPackageName() + ".";

  private final BacktestSpec spec;
  private final BacktestRun run;

  /**
   * Prepares a run.
   *
   * @throws UserMistake if the strategy can't be prepared
   */
  public StrategyRun(BacktestSpec spec) {
    this.spec = spec;
    try {
      this.run = BacktestRun.prepare(spec);
    } catch (RuntimeException e) {
      throw explained(e, "when it was prepared");
    }
  }

  /**
   * Goes on to the next slice; false at the end of the data.
   *
   * @throws UserMistake if the strategy failed
   */
  public boolean step() {
    try {
      return run.step();
    } catch (RuntimeException e) {
      throw explained(e, "after " + (run.session().candles() == 0 ? "the start" : now()));
    }
  }

  /**
   * Runs from end to end and sums up.
   *
   * @param progress hears now and then what share of the candles is through, 0 to 1
   * @throws UserMistake if the strategy failed
   */
  public BacktestResult toEnd(DoubleConsumer progress) {
    return toEnd(progress, () -> {});
  }

  /**
   * As {@link #toEnd(DoubleConsumer)}.
   *
   * @param afterStep looks at the run after each slice
   */
  public BacktestResult toEnd(DoubleConsumer progress, Runnable afterStep) {
    int slices = 0;
    while (step()) {
      afterStep.run();
      slices++;
      if (slices % SLICES_BETWEEN == 0) {
        progress.accept(run.share());
      }
    }
    return run.finish();
  }

  /** The run itself. */
  public BacktestRun run() {
    return run;
  }

  private String now() {
    return Utc.format(run.timeNs());
  }

  private RuntimeException explained(RuntimeException e, String when) {
    return explained(e, spec, when);
  }

  /** What a strategy that comes along will not begin with. */
  private static boolean isRefusal(RuntimeException e, String type) {
    return e instanceof IllegalArgumentException && type.startsWith(BUILT_IN);
  }

  /** The failure of a strategy if its code is where it happened, else what it was. */
  static RuntimeException explained(RuntimeException e, BacktestSpec spec, String when) {
    for (BacktestBook book : spec.books()) {
      String type = book.strategy().getClass().getName();
      Optional<StackTraceElement> place =
          Arrays.stream(e.getStackTrace())
              .filter(frame ->
                  frame.getClassName().equals(type) || frame.getClassName().startsWith(type + "$"))
              .findFirst();
      if (place.isPresent() && isRefusal(e, type)) {
        return new UserMistake("the strategy " + book.name() + ": " + e.getMessage(), e);
      }
      if (place.isPresent()) {
        return new UserMistake(
            "the strategy "
                + book.name()
                + " failed "
                + when
                + ", at "
                + place.orElseThrow().getFileName()
                + ":"
                + place.orElseThrow().getLineNumber()
                + ": "
                + e,
            e);
      }
    }
    return e;
  }
}
