package io.tradewind.testkit;

import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Exits in words, all optional and in any order: {@code stop 5% trail 2% offset 3% roi 0:5% 120:2%
 * hold 2h atr-stop 2 trail-atr 3 chandelier 22x3 even 2% ladder 2%:0.5 4%:0.5 atr-bars 14}. Ages of
 * roi are minutes.
 */
public final class ExitWords {
  private static final long MINUTE_NS = 60_000_000_000L;

  private ExitWords() {}

  /** The exits that the words tell. */
  public static ExitRules parse(String text) {
    OptionalDouble stop = OptionalDouble.empty();
    OptionalDouble trail = OptionalDouble.empty();
    OptionalDouble offset = OptionalDouble.empty();
    OptionalLong hold = OptionalLong.empty();
    OptionalDouble atrStop = OptionalDouble.empty();
    OptionalDouble trailAtr = OptionalDouble.empty();
    Optional<ExitRules.Chandelier> chandelier = Optional.empty();
    OptionalDouble even = OptionalDouble.empty();
    int atrBars = ExitRules.ATR_BARS;
    List<ExitRules.RoiStep> roi = new ArrayList<>();
    List<ExitRules.LadderStep> ladder = new ArrayList<>();
    String mode = "";
    for (String word : text.isBlank() ? new String[0] : text.strip().split("\\s+")) {
      if (Character.isLetter(word.charAt(0))) {
        mode = word;
        continue;
      }
      String[] parts = word.split("[:x]");
      switch (mode) {
        case "stop" -> stop = ratio(word);
        case "trail" -> trail = ratio(word);
        case "offset" -> offset = ratio(word);
        case "hold" -> hold = OptionalLong.of(Interval.parse(word).durationNs());
        case "atr-stop" -> atrStop = ratio(word);
        case "trail-atr" -> trailAtr = ratio(word);
        case "chandelier" ->
            chandelier =
                Optional.of(
                    new ExitRules.Chandelier(
                        Integer.parseInt(parts[0]), Double.parseDouble(parts[1])));
        case "even" -> even = ratio(word);
        case "atr-bars" -> atrBars = Integer.parseInt(word);
        case "roi" ->
            roi.add(
                new ExitRules.RoiStep(
                    Long.parseLong(parts[0]) * MINUTE_NS, ratio(parts[1]).getAsDouble()));
        case "ladder" ->
            ladder.add(
                new ExitRules.LadderStep(
                    ratio(parts[0]).getAsDouble(), Double.parseDouble(parts[1])));
        default -> throw new IllegalArgumentException("no such exit: " + mode);
      }
    }
    return new ExitRules(
        stop, trail, offset, roi, hold, atrStop, trailAtr, chandelier, even, ladder, atrBars);
  }

  /** {@code 5%} is 0.05, {@code 2} is 2. */
  private static OptionalDouble ratio(String word) {
    return OptionalDouble.of(
        word.endsWith("%")
            ? Double.parseDouble(word.substring(0, word.length() - 1)) / 100
            : Double.parseDouble(word));
  }
}
