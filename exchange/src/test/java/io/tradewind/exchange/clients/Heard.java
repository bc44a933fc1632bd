package io.tradewind.exchange.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** What clients hear over streams. */
final class Heard {
  private static final int MOST = 500;

  private Heard() {}

  static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  /** Waits until it is heard, whatever else is. */
  static void await(BlockingQueue<String> heard, String wanted) throws InterruptedException {
    List<String> others = new ArrayList<>();
    while (others.size() < MOST) {
      String next = heard.poll(20, TimeUnit.SECONDS);
      assertThat(next).as("after %s", others).isNotNull();
      if (wanted.equals(next)) {
        return;
      }
      others.add(next);
    }
    throw new AssertionError(wanted + " did not come after " + others.subList(0, 20));
  }
}
