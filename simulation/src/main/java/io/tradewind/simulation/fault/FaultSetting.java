package io.tradewind.simulation.fault;

import java.util.Optional;
import java.util.stream.Stream;

/** A number of a {@link FaultPlan}: its name, unit, range and what it does. */
public enum FaultSetting {
  LATENCY_MS(
      "latency-ms",
      "ms",
      new Bounds(0, 60_000, 50, 0),
      "half of the calls take longer than this from being sent to being answered; messages of"
          + " streams take half of it"),
  LATENCY_SPREAD(
      "latency-spread",
      "",
      new Bounds(0, 3, 0.5, 0.5),
      "deviation of the logarithm of latencies; 0 makes all alike"),
  LATENCY_MOST_MS(
      "latency-most-ms", "ms", Bounds.of(1, 600_000, 5_000), "no latency is longer than this"),
  FAILURE_RATE(
      "failure-rate", "of calls", Bounds.RATE, "answered with 503; nothing was carried out"),
  LOST_ANSWER_RATE(
      "lost-answer-rate",
      "of calls",
      Bounds.RATE,
      "of those that change something: carried out, and answered with 503 all the same"),
  TIMEOUT_RATE(
      "timeout-rate", "of calls", Bounds.RATE, "never answered; half of them are carried out"),
  TIMEOUT_MS(
      "timeout-ms",
      "ms",
      Bounds.of(1, 600_000, 60_000),
      "after this the connection of a call that is never answered is cut"),
  DROP_RATE(
      "drop-rate",
      "of calls",
      Bounds.RATE,
      "the connection is cut instead of an answer; half of them are carried out"),
  THROTTLE_RATE("throttle-rate", "of calls", Bounds.RATE, "answered with 429"),
  THROTTLE_SECONDS(
      "throttle-seconds",
      "s",
      Bounds.of(1, 3_600, 10),
      "what Retry-After of such a 429 says; until then all calls are answered with 429"),
  THROTTLE_PATIENCE(
      "throttle-patience",
      "calls",
      Bounds.of(0, 10_000, 5),
      "so many calls may come in that time; one more is a ban, 418"),
  BAN_SECONDS("ban-seconds", "s", Bounds.of(1, 259_200, 120), "how long a ban lasts"),
  MESSAGE_DUPLICATE_RATE(
      "message-duplicate-rate", "of messages", Bounds.RATE, "of a stream: told twice"),
  MESSAGE_REORDER_RATE(
      "message-reorder-rate",
      "of messages",
      Bounds.RATE,
      "of a stream: told after the next, which is none of these; at 1 all are swapped in pairs"),
  MESSAGE_DELAY_RATE(
      "message-delay-rate",
      "of messages",
      Bounds.RATE,
      "of a stream: wait, with all that come after them"),
  MESSAGE_DELAY_MS(
      "message-delay-ms", "ms", Bounds.of(0, 600_000, 1_000), "how long such messages wait"),
  MESSAGE_LOSS_RATE("message-loss-rate", "of messages", Bounds.RATE, "of a stream: never told"),
  SOCKET_CUT_RATE(
      "socket-cut-rate",
      "of messages",
      Bounds.RATE,
      "instead of which the socket is cut without a word"),
  SOCKET_HALF_OPEN_RATE(
      "socket-half-open-rate",
      "of messages",
      Bounds.RATE,
      "from which on the socket is dead and does not close: no messages, no pongs, and what is said"
          + " is not heard"),
  CLOCK_SKEW_MS(
      "clock-skew-ms",
      "ms",
      Bounds.of(-600_000, 600_000, 0),
      "how far the exchange's clock is ahead; set back while it runs, it stands until then"),
  LIQUIDITY_SHARE(
      "liquidity-share",
      "",
      Bounds.of(0.000_1, 1, 1),
      "what the crowd shows of its sizes, so that orders fill in parts"),
  SHUTDOWN_NOTICE_MS(
      "shutdown-notice-ms",
      "ms",
      Bounds.of(0, 600_000, 1_000),
      "from serverShutdown to the beginning of a maintenance"),
  PING_SECONDS(
      "ping-seconds", "s", Bounds.of(0, 3_600, 0), "between pings; 0: as the venue has it"),
  PONG_SECONDS(
      "pong-seconds",
      "s",
      Bounds.of(0, 3_600, 0),
      "a ping that is not answered in this time ends the socket; 0: as the venue has it"),
  SOCKET_LIFE_SECONDS(
      "socket-life-seconds", "s", Bounds.of(1, 86_400, 86_400), "a socket that is older is closed");

  private final String key;
  private final String unit;
  private final double least;
  private final double most;
  private final double usual;
  private final double off;
  private final String summary;

  /**
   * What a number may be.
   *
   * @param usual where a plan does not name it
   * @param off where there is no plan
   */
  private record Bounds(double least, double most, double usual, double off) {
    static final Bounds RATE = of(0, 1, 0);

    static Bounds of(double least, double most, double usual) {
      return new Bounds(least, most, usual, usual);
    }
  }

  FaultSetting(String key, String unit, Bounds bounds, String summary) {
    this.key = key;
    this.unit = unit;
    this.least = bounds.least();
    this.most = bounds.most();
    this.usual = bounds.usual();
    this.off = bounds.off();
    this.summary = summary;
  }

  /** By its name in files. */
  static Optional<FaultSetting> of(String key) {
    return Stream.of(values()).filter(each -> each.key.equals(key)).findFirst();
  }

  /** Its name in files. */
  public String key() {
    return key;
  }

  /** What it counts, empty if nothing. */
  public String unit() {
    return unit;
  }

  /** The least that is allowed. */
  public double least() {
    return least;
  }

  /** The most that is allowed. */
  public double most() {
    return most;
  }

  /** Where a plan does not name it. */
  public double usual() {
    return usual;
  }

  /** Where there is no plan. */
  public double off() {
    return off;
  }

  /** What it does. */
  public String summary() {
    return summary;
  }
}
