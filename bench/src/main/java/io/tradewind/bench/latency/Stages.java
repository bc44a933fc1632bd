package io.tradewind.bench.latency;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Where the time of an order goes within Tradewind; used by the driving thread alone. */
final class Stages {
  private static final long MOST_NS = 60_000_000_000L;

  private final Histogram handOver = new Histogram(MOST_NS, 3);
  private final Histogram decision = new Histogram(MOST_NS, 3);
  private final Histogram writing = new Histogram(MOST_NS, 3);
  private final Histogram sending = new Histogram(MOST_NS, 3);
  private boolean counts;
  private boolean isUnderWay;
  private long receivedNs;
  private long takenNs;
  private long decidedNs;
  private long writtenNs;

  /** From here on what is told counts. */
  void begin() {
    counts = true;
  }

  /** A text of the market, laid down then, is taken up. */
  void taken(long laidDownNs, long nowNs) {
    receivedNs = laidDownNs;
    takenNs = nowNs;
  }

  /** The engine gives an order. */
  void decided(long nowNs) {
    decidedNs = nowNs;
    isUnderWay = true;
  }

  /** The order is given to the line as a text. */
  void written(long nowNs) {
    writtenNs = nowNs;
  }

  /** The line has taken it. */
  void sent(long nowNs) {
    if (isUnderWay && counts) {
      handOver.recordValue(Math.max(0, takenNs - receivedNs));
      decision.recordValue(decidedNs - takenNs);
      writing.recordValue(writtenNs - decidedNs);
      sending.recordValue(nowNs - writtenNs);
    }
    isUnderWay = false;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "thread to thread %.1f, parse and decide %.1f, write and sign %.1f, send %.1f us (medians)",
        handOver.getValueAtPercentile(50) / 1e3,
        decision.getValueAtPercentile(50) / 1e3,
        writing.getValueAtPercentile(50) / 1e3,
        sending.getValueAtPercentile(50) / 1e3);
  }
}
