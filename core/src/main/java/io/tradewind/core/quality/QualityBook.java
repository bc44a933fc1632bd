package io.tradewind.core.quality;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The quality of the signals of each strategy and model, by name. */
public final class QualityBook implements Stateful {
  private final List<SignalQuality> qualities = new ArrayList<>();

  /**
   * Of strategies that have said nothing yet.
   *
   * @param strategies their names, each once
   * @param instruments how many they may speak of
   */
  public QualityBook(List<String> strategies, int instruments, QualitySettings settings) {
    for (String strategy : strategies) {
      Check.argument(of(strategy).isEmpty(), "a name must be there once, '%s' is twice", strategy);
      qualities.add(new SignalQuality(strategy, instruments, settings));
    }
  }

  /** Of a strategy, empty where it is none of these. */
  public Optional<SignalQuality> of(String strategy) {
    return qualities.stream().filter(quality -> quality.strategy().equals(strategy)).findFirst();
  }

  /** Of a strategy by its place. */
  public SignalQuality get(int index) {
    return qualities.get(index);
  }

  /** Of all, in the order of their names as given. */
  public List<QualityReport> reports() {
    return qualities.stream().map(SignalQuality::report).toList();
  }

  @Override
  public void save(StateWriter out) {
    out.section("quality-book", 1);
    for (SignalQuality quality : qualities) {
      out.writeString(quality.strategy());
      quality.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("quality-book", 1);
    for (SignalQuality quality : qualities) {
      String name = in.readString();
      if (!name.equals(quality.strategy())) {
        throw new StateException(
            "expected signals of " + quality.strategy() + ", found those of " + name);
      }
      quality.load(in);
    }
  }
}
