package io.tradewind.exchange.wire;

import io.tradewind.analytics.random.SplitMix;

/** Names for orders whose owner gave them none: 22 letters and digits, from a seed. */
public final class ClientIds {
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 22;

  private final SplitMix random;

  /** Makes names up. */
  public ClientIds(long seed) {
    this.random = new SplitMix(seed);
  }

  /** Another one. */
  public String next() {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
