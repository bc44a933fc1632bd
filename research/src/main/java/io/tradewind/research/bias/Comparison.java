package io.tradewind.research.bias;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.time.Interval;
import io.tradewind.research.bias.Difference.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Lays a run beside a whole one and tells what they say differently about the time that both know.
 */
final class Comparison {
  private static final Comparator<Difference> IN_TIME =
      Comparator.comparingLong(Difference::timeNs).thenComparing(Difference::subject);

  private final List<Instrument> instruments;
  private final Transcript whole;

  Comparison(List<Instrument> instruments, Transcript whole) {
    this.instruments = instruments;
    this.whole = whole;
  }

  /** Of runs that must be equal to the bit up to a time. */
  List<Difference> exact(Transcript other, long untilNs) {
    List<AuditRecord> expected = whole.auditUntil(untilNs);
    List<AuditRecord> actual = other.auditUntil(untilNs);
    List<Difference> found = new ArrayList<>();
    failure(other, untilNs, 0).ifPresent(found::add);
    addFeatures(other, untilNs, 0, found);
    if (expected.equals(actual)) {
      return sorted(found);
    }
    addSignals(
        Transcript.signals(expected), Transcript.signals(actual), Signal::equals, untilNs, found);
    if (found.isEmpty()) {
      addFirst(Transcript.orders(expected), Transcript.orders(actual), untilNs, found);
    }
    if (found.isEmpty()) {
      addFirst(expected, actual, untilNs, found);
    }
    return sorted(found);
  }

  /** Of a run on the same candles at other times, which are its own plus the shift. */
  List<Difference> shifted(Transcript other, long shiftNs) {
    List<Difference> found = new ArrayList<>();
    List<Signal> moved = other.signals().stream().map(s -> moved(s, shiftNs)).toList();
    failure(other, whole.endNs(), shiftNs).ifPresent(found::add);
    addFeatures(other, whole.endNs(), shiftNs, found);
    addSignals(whole.signals(), moved, Comparison::isSameButForWords, whole.endNs(), found);
    return sorted(found);
  }

  /**
   * Of a run on candles in other measures: signals must be the same in time, kind and direction.
   */
  List<Difference> inKind(Transcript other) {
    List<Difference> found =
        signals(whole.signals(), other.signals(), Comparison::isSameInKind, whole.endNs());
    failure(other, whole.endNs(), 0).ifPresent(found::add);
    return sorted(found);
  }

  private static boolean isSameInKind(Signal one, Signal other) {
    return switch (one) {
      case Signal.Enter enter ->
          other instanceof Signal.Enter its && its.direction() == enter.direction();
      case Signal.Exit _ -> other instanceof Signal.Exit;
    };
  }

  /** Whether a feature has other values, at the candles that both runs were told of. */
  boolean hasOtherValues(Transcript other, int feature, long shiftNs) {
    int at = 0;
    for (int bar = 0; bar < other.bars(); bar++) {
      while (at < whole.bars() && whole.barTimeNs(at) < other.barTimeNs(bar) + shiftNs) {
        at++;
      }
      for (int like = at;
          like < whole.bars() && whole.barTimeNs(like) == other.barTimeNs(bar) + shiftNs;
          like++) {
        if (whole.isSameBar(like, other, bar, shiftNs)
            && Double.compare(whole.value(like, feature), other.value(bar, feature)) != 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Signals alone, alike by a rule. */
  List<Difference> signals(
      List<Signal> expected,
      List<Signal> actual,
      BiPredicate<Signal, Signal> alike,
      long historyNs) {
    List<Difference> found = new ArrayList<>();
    addSignals(expected, actual, alike, historyNs, found);
    return found;
  }

  /** Reasons may name a date. */
  static boolean isSameButForWords(Signal one, Signal other) {
    return wordless(one).equals(wordless(other));
  }

  private static Signal wordless(Signal signal) {
    return signal.said(signal.timeNs(), "");
  }

  private static Signal moved(Signal signal, long byNs) {
    return signal.said(signal.timeNs() + byNs, signal.reason());
  }

  /** That the other run broke off. */
  Optional<Difference> failure(Transcript other, long historyNs, long shiftNs) {
    return other
        .failure()
        .map(exception ->
            new Difference(
                other.isEmpty() ? historyNs : other.endNs() + shiftNs,
                symbol(0),
                Subject.CALL,
                Subject.CALL.label(),
                "no failure",
                "failed: " + exception,
                historyNs));
  }

  /** The first difference of each feature, and the first bar that only one was told of. */
  private void addFeatures(Transcript other, long untilNs, long shiftNs, List<Difference> found) {
    int expected = whole.barsUntil(untilNs);
    int actual = other.barsUntil(untilNs - shiftNs);
    int common = Math.min(expected, actual);
    boolean[] told = new boolean[whole.features().size()];
    if (!whole.features().equals(other.features())) {
      found.add(
          call(
              whole.barTimeNs(0),
              0,
              "asks for " + whole.features(),
              "" + other.features(),
              untilNs));
      return;
    }
    for (int bar = 0; bar < common; bar++) {
      if (!whole.isSameBar(bar, other, bar, shiftNs)) {
        found.add(
            call(whole.barTimeNs(bar), whole.barInstrument(bar), "told", "not told", untilNs));
        return;
      }
      for (int feature = 0; feature < told.length; feature++) {
        if (!told[feature] && differs(other, bar, feature)) {
          told[feature] = true;
          found.add(featureAt(other, bar, feature, untilNs));
        }
      }
    }
    if (expected > common) {
      found.add(
          call(whole.barTimeNs(common), whole.barInstrument(common), "told", "not told", untilNs));
    } else if (actual > common) {
      found.add(
          call(
              other.barTimeNs(common) + shiftNs,
              other.barInstrument(common),
              "not told",
              "told",
              untilNs));
    }
  }

  private boolean differs(Transcript other, int bar, int feature) {
    return Double.compare(whole.value(bar, feature), other.value(bar, feature)) != 0;
  }

  private Difference featureAt(Transcript other, int bar, int feature, long historyNs) {
    double expected = whole.value(bar, feature);
    double actual = other.value(bar, feature);
    return new Difference(
        whole.barTimeNs(bar),
        symbol(whole.barInstrument(bar)),
        Subject.FEATURE,
        whole.features().get(feature),
        Said.number(expected, actual),
        Said.number(actual, expected),
        historyNs);
  }

  private Difference call(
      long timeNs, int instrument, String expected, String actual, long historyNs) {
    return new Difference(
        timeNs,
        symbol(instrument),
        Subject.CALL,
        Subject.CALL.label(),
        expected,
        actual,
        historyNs);
  }

  /** Walks both lists by time; what has no like at its time and symbol differs. */
  private static void addSignals(
      List<Signal> expected,
      List<Signal> actual,
      BiPredicate<Signal, Signal> alike,
      long historyNs,
      List<Difference> found) {
    int i = 0;
    int j = 0;
    while (i < expected.size() || j < actual.size()) {
      int order =
          i == expected.size()
              ? 1
              : j == actual.size()
                  ? -1
                  : order(expected.subList(i, expected.size()), actual.get(j));
      if (order < 0) {
        found.add(signal(expected.get(i), Said.of(expected.get(i)), Said.NOTHING, historyNs));
        i++;
      } else if (order > 0) {
        found.add(signal(actual.get(j), Said.NOTHING, Said.of(actual.get(j)), historyNs));
        j++;
      } else {
        if (!alike.test(expected.get(i), actual.get(j))) {
          found.add(
              signal(expected.get(i), Said.of(expected.get(i)), Said.of(actual.get(j)), historyNs));
        }
        i++;
        j++;
      }
    }
  }

  /** Which comes first: by time, and at one time the other's where ours does not come up. */
  private static int order(List<Signal> expected, Signal actual) {
    Signal first = expected.getFirst();
    if (first.timeNs() != actual.timeNs()) {
      return Long.compare(first.timeNs(), actual.timeNs());
    }
    if (first.instrument().equals(actual.instrument())) {
      return 0;
    }
    boolean laterHere =
        expected.stream()
            .takeWhile(signal -> signal.timeNs() == actual.timeNs())
            .anyMatch(signal -> signal.instrument().equals(actual.instrument()));
    return laterHere ? -1 : 1;
  }

  private static Difference signal(Signal at, String expected, String actual, long historyNs) {
    return new Difference(
        at.timeNs(),
        at.instrument().symbol(),
        Subject.SIGNAL,
        Subject.SIGNAL.label(),
        expected,
        actual,
        historyNs);
  }

  private void addFirst(
      List<? extends AuditRecord> expected,
      List<? extends AuditRecord> actual,
      long historyNs,
      List<Difference> found) {
    int at = 0;
    while (at < expected.size() && at < actual.size() && expected.get(at).equals(actual.get(at))) {
      at++;
    }
    if (at < expected.size() || at < actual.size()) {
      AuditRecord first = at < expected.size() ? expected.get(at) : actual.get(at);
      Subject subject = first instanceof AuditRecord.OrderSent ? Subject.ORDER : Subject.BOOKS;
      found.add(
          new Difference(
              first.timeNs(),
              symbol(instrument(first)),
              subject,
              subject.label(),
              at < expected.size() ? text(expected.get(at)) : Said.NOTHING,
              at < actual.size() ? text(actual.get(at)) : Said.NOTHING,
              historyNs));
    }
  }

  private static int instrument(AuditRecord entry) {
    return entry instanceof AuditRecord.OrderSent sent ? sent.intent().instrument() : 0;
  }

  private static String text(AuditRecord entry) {
    return entry instanceof AuditRecord.OrderSent sent ? Said.of(sent.intent()) : entry.toString();
  }

  private String symbol(int instrument) {
    return instruments.get(instrument).id().symbol();
  }

  private static List<Difference> sorted(List<Difference> found) {
    found.sort(IN_TIME);
    return found;
  }

  /** Whether a run asked for intervals whose candles lie alike 28 years before. */
  static boolean canShift(Transcript transcript) {
    return transcript.intervals().stream().allMatch((Interval i) -> Market.canShift(i));
  }
}
