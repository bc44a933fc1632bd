package io.tradewind.testkit;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.trade.ExitRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what a script tells it to: {@code "0 long stop 95 target 110, 3 exit"} goes long at the
 * close of candle 0. Words after long or short: {@code stop P}, {@code target P}, {@code limit P},
 * {@code share RATIO}, {@code qty N}, {@code hours N}, {@code leverage X}, {@code [EXITS]} as
 * {@link ExitWords} has them. {@code add} and {@code add-short} are entries that join a position,
 * {@code reduce RATIO} and {@code reduce RATIO limit P} close a part. Candles are counted for each
 * instrument by itself; {@code 0@1 long} speaks of instrument 1 only, and {@code 0@1>0 long} speaks
 * at the candle of instrument 1 of instrument 0.
 */
public final class ScriptedStrategy implements Strategy {
  private static final Pattern EXITS = Pattern.compile("\\[(.*)]");

  private final List<String[]> lines = new ArrayList<>();
  private final List<Optional<ExitRules>> exits = new ArrayList<>();
  private int[] seen = {};

  /** From a script. */
  public ScriptedStrategy(String script) {
    if (!script.isBlank()) {
      for (String line : script.strip().split("\\s*,\\s*")) {
        Matcher bracket = EXITS.matcher(line);
        exits.add(
            bracket.find() ? Optional.of(ExitWords.parse(bracket.group(1))) : Optional.empty());
        lines.add(bracket.replaceAll("").split("\\s+"));
      }
    }
  }

  @Override
  public void prepare(Preparation preparation) {
    seen = new int[preparation.instruments().size()];
    if (exits.stream().anyMatch(rules -> rules.isPresent() && rules.get().needsAtr())) {
      preparation.ranges();
    }
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    int index = bar.instrumentIndex();
    int now = seen[index]++;
    for (int i = 0; i < lines.size(); i++) {
      String[] line = lines.get(i);
      String[] at = line[0].split("[@>]");
      boolean mine = at.length == 1 || Integer.parseInt(at[1]) == index;
      if (mine && Integer.parseInt(at[0]) == now) {
        say(line, exits.get(i), at.length == 3 ? signals.on(Integer.parseInt(at[2])) : signals);
      }
    }
  }

  private static void say(String[] line, Optional<ExitRules> exits, Signals signals) {
    String text = String.join(" ", line);
    switch (line[1]) {
      case "exit" -> signals.exit(text);
      case "reduce" -> reduce(line, text, signals);
      case "long" -> detail(line, exits, signals.enterLong(text));
      case "short" -> detail(line, exits, signals.enterShort(text));
      case "add" -> detail(line, exits, signals.enterLong(text).adds());
      case "add-short" -> detail(line, exits, signals.enterShort(text).adds());
      default -> throw new IllegalArgumentException("no such signal: " + line[1]);
    }
  }

  private static void reduce(String[] line, String text, Signals signals) {
    double share = Double.parseDouble(line[2]);
    if (line.length > 3) {
      signals.reduce(share, Double.parseDouble(line[4]), text);
    } else {
      signals.reduce(share, text);
    }
  }

  private static void detail(String[] line, Optional<ExitRules> exits, EntrySignal entry) {
    exits.ifPresent(entry::exits);
    for (int i = 2; i < line.length; i += 2) {
      double value = Double.parseDouble(line[i + 1]);
      switch (line[i]) {
        case "stop" -> entry.stop(value);
        case "target" -> entry.target(value);
        case "limit" -> entry.limit(value);
        case "share" -> entry.size(new SignalSize.Share(value));
        case "qty" -> entry.size(new SignalSize.Qty(value));
        case "hours" -> entry.horizon(Duration.ofHours((long) value));
        case "leverage" -> entry.leverage(value);
        default -> throw new IllegalArgumentException("no such word: " + line[i]);
      }
    }
  }

  @Override
  public void save(StateWriter out) {
    out.writeInts(seen);
  }

  @Override
  public void load(StateReader in) {
    seen = in.readInts();
  }
}
