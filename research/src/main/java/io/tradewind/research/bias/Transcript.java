package io.tradewind.research.bias;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.time.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What happened in a run: each candle that the strategy was told of with the values of its
 * features, and every audit record; and how far both had come at the end of each slice, so that a
 * run that ends early can be laid beside the beginning of a longer one.
 */
final class Transcript implements AuditSink {
  private final List<AuditRecord> audit = new ArrayList<>();
  private final List<String> features = new ArrayList<>();
  private final TreeSet<Interval> intervals = new TreeSet<>();
  private long[] barTimes = new long[1024];
  private long[] barLengths = new long[1024];
  private int[] barInstruments = new int[1024];
  private double[] values = new double[1024];
  private int bars;
  private long[] sliceTimes = new long[1024];
  private int[] sliceBars = new int[1024];
  private int[] sliceRecords = new int[1024];
  private int slices;
  private Optional<RuntimeException> failure = Optional.empty();

  @Override
  public void accept(AuditRecord entry) {
    audit.add(entry);
  }

  void addInterval(Interval interval) {
    intervals.add(interval);
  }

  void addFeature(String name) {
    features.add(name);
  }

  /** Begins a bar, whose values are to be {@linkplain #setValue set}. */
  void addBar(long timeNs, int instrument, Interval interval) {
    if (bars == barTimes.length) {
      barTimes = Arrays.copyOf(barTimes, bars * 2);
      barLengths = Arrays.copyOf(barLengths, bars * 2);
      barInstruments = Arrays.copyOf(barInstruments, bars * 2);
    }
    if ((bars + 1) * features.size() > values.length) {
      values = Arrays.copyOf(values, Math.max(values.length * 2, (bars + 1) * features.size()));
    }
    barTimes[bars] = timeNs;
    barLengths[bars] = interval.durationNs();
    barInstruments[bars++] = instrument;
  }

  /** Of the latest bar. */
  void setValue(int feature, double value) {
    values[(bars - 1) * features.size() + feature] = value;
  }

  void endSlice(long timeNs) {
    if (slices == sliceTimes.length) {
      sliceTimes = Arrays.copyOf(sliceTimes, slices * 2);
      sliceBars = Arrays.copyOf(sliceBars, slices * 2);
      sliceRecords = Arrays.copyOf(sliceRecords, slices * 2);
    }
    sliceTimes[slices] = timeNs;
    sliceBars[slices] = bars;
    sliceRecords[slices++] = audit.size();
  }

  void fail(RuntimeException exception) {
    failure = Optional.of(exception);
  }

  /** Why the run broke off, where it did. */
  Optional<RuntimeException> failure() {
    return failure;
  }

  /** Names of features, an output of several having its number. */
  List<String> features() {
    return features;
  }

  /** Those that the strategy asked for, the run's own among them. */
  SortedSet<Interval> intervals() {
    return intervals;
  }

  /** How many times the strategy was told of a candle. */
  int bars() {
    return bars;
  }

  long barTimeNs(int bar) {
    return barTimes[bar];
  }

  int barInstrument(int bar) {
    return barInstruments[bar];
  }

  double value(int bar, int feature) {
    return values[bar * features.size() + feature];
  }

  /** Whether two bars, of this and another run, are of one candle. */
  boolean isSameBar(int bar, Transcript other, int otherBar, long shiftNs) {
    return barTimes[bar] == other.barTimes[otherBar] + shiftNs
        && barInstruments[bar] == other.barInstruments[otherBar]
        && barLengths[bar] == other.barLengths[otherBar];
  }

  /** End of the last slice; there must be one. */
  long endNs() {
    return sliceTimes[slices - 1];
  }

  boolean isEmpty() {
    return slices == 0;
  }

  /** How many bars there were by the end of the slices up to a time. */
  int barsUntil(long timeNs) {
    int slice = slicesUntil(timeNs);
    return slice == 0 ? 0 : sliceBars[slice - 1];
  }

  /** The audit by the end of the slices up to a time. */
  List<AuditRecord> auditUntil(long timeNs) {
    int slice = slicesUntil(timeNs);
    return audit.subList(0, slice == 0 ? 0 : sliceRecords[slice - 1]);
  }

  List<Signal> signals() {
    return signals(audit);
  }

  static List<Signal> signals(List<AuditRecord> audit) {
    return audit.stream()
        .filter(AuditRecord.SignalRaised.class::isInstance)
        .map(entry -> ((AuditRecord.SignalRaised) entry).signal())
        .toList();
  }

  static List<AuditRecord.OrderSent> orders(List<AuditRecord> audit) {
    return audit.stream()
        .filter(AuditRecord.OrderSent.class::isInstance)
        .map(AuditRecord.OrderSent.class::cast)
        .toList();
  }

  private int slicesUntil(long timeNs) {
    int found = Arrays.binarySearch(sliceTimes, 0, slices, timeNs);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
