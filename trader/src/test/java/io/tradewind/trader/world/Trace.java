package io.tradewind.trader.world;

import io.tradewind.analytics.random.SplitMix;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What happened, as one number that two runs have in common if they are alike, and the last of it
 * in words, but for texts of market streams.
 */
public final class Trace {
  private static final int MOST_CHARS = 240;

  /** How texts of market streams begin, of which there are too many to be read. */
  private static final String MARKET = "{\"stream\":";

  private final VirtualTime time;
  private final int keeps;
  private final Deque<String> last = new ArrayDeque<>();
  private long hash;
  private long lines;

  /**
   * Nothing has happened.
   *
   * @param keeps so many lines are kept in words
   */
  public Trace(VirtualTime time, int keeps) {
    this.time = time;
    this.keeps = keeps;
  }

  /** Something happened now. */
  public void add(String kind, String text) {
    lines++;
    hash = SplitMix.at(hash ^ time.nowNs(), 0);
    hash = SplitMix.at(hash ^ kind.hashCode(), 1);
    hash = SplitMix.at(hash ^ text.hashCode() ^ ((long) text.length() << 32), 2);
    if (keeps > 0 && !text.startsWith(MARKET)) {
      if (last.size() == keeps) {
        last.remove();
      }
      String line = time.nowNs() + " " + kind + " " + text;
      last.add(line.length() > MOST_CHARS ? line.substring(0, MOST_CHARS) : line);
    }
  }

  /** The number. */
  public long hash() {
    return hash;
  }

  /** How many things happened. */
  public long lines() {
    return lines;
  }

  /** The last of them in words. */
  public List<String> last() {
    return List.copyOf(last);
  }
}
