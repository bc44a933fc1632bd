package io.tradewind.core.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.time.Instant;

/** Cuts what has a memory and goes on with a copy; and times as people write them. */
final class Cut {
  private Cut() {}

  static byte[] bytes(Stateful state) {
    StateWriter out = new StateWriter();
    state.save(out);
    return out.toByteArray();
  }

  /** Fills a fresh object with the state of another, reads all of it, and gives it back. */
  static <T extends Stateful> T into(T fresh, Stateful from) {
    StateReader in = new StateReader(bytes(from));
    fresh.load(in);
    assertThat(in.isAtEnd()).isTrue();
    return fresh;
  }

  /** {@code 01-31T23:59} of 2024, whose first day was a Monday, with seconds where needed. */
  static long at(String text) {
    String time = text.length() == "01-31T23:59".length() ? text + ":00" : text;
    Instant instant = Instant.parse("2024-" + time + "Z");
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }
}
