package io.tradewind.app.terminal;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * One line on a terminal that tells how far a long task is, how long it has taken and how long it
 * may still take. It appears after a second, changes a few times a second, and leaves nothing.
 */
public final class ProgressLine {
  private static final long SECOND_NS = 1_000_000_000;
  private static final long PAUSE_NS = SECOND_NS / 5;

  /** Below this share a guess of what is left would be wild. */
  private static final double GUESSABLE = 0.01;

  private final PrintStream out;
  private final LongSupplier clockNs;
  private final boolean watched;
  private String task = "";
  private long startedNs;
  private long toldNs;
  private int width;

  private ProgressLine(PrintStream out, LongSupplier clockNs, boolean watched) {
    this.out = out;
    this.clockNs = clockNs;
    this.watched = watched;
  }

  /** On a terminal, by a clock in nanoseconds. */
  public static ProgressLine on(PrintStream out, LongSupplier clockNs) {
    return new ProgressLine(out, clockNs, true);
  }

  /** Where nobody watches: it says nothing. */
  public static ProgressLine none() {
    return new ProgressLine(new PrintStream(PrintStream.nullOutputStream()), () -> 0, false);
  }

  /** Begins a task, named in a few words. */
  public void begin(String name) {
    task = name;
    startedNs = clockNs.getAsLong();
    toldNs = startedNs + SECOND_NS - PAUSE_NS;
  }

  /** Tells how far the task is, 0 to 1; may be called often. */
  public void at(double share) {
    if (!watched) {
      return;
    }
    long nowNs = clockNs.getAsLong();
    if (nowNs - toldNs >= PAUSE_NS) {
      toldNs = nowNs;
      show(text(Math.clamp(share, 0, 1), nowNs - startedNs));
    }
  }

  /** Takes the line away, so that other text can be written; {@link #at} brings it back. */
  public void wipe() {
    if (width > 0) {
      show("");
      out.print('\r');
      out.flush();
    }
  }

  /** Covers what was there with spaces, which any terminal can do. */
  private void show(String text) {
    out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
    out.flush();
    width = text.length();
  }

  private String text(double share, long elapsedNs) {
    String left =
        share < GUESSABLE ? "" : ", " + time((long) (elapsedNs * (1 - share) / share)) + " left";
    return Text.of("%s %3d %%, %s gone%s", task, (int) (share * 100), time(elapsedNs), left);
  }

  private static String time(long ns) {
    long seconds = Math.round((double) ns / SECOND_NS);
    return seconds < 60 ? seconds + " s" : Text.of("%d:%02d min", seconds / 60, seconds % 60);
  }
}
