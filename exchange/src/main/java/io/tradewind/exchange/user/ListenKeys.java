package io.tradewind.exchange.user;

import io.tradewind.analytics.random.SplitMix;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Names of streams of user data, one for each account, good for an hour from when they were last
 * asked for. Binance's spot has left them in February 2026; clients have not.
 */
public final class ListenKeys {
  private static final long GOOD_FOR_MS = 3_600_000;
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 64;

  private final SplitMix random;
  private final Map<Long, Key> byAccount = new LinkedHashMap<>();

  private record Key(String name, long untilMs) {}

  /** Makes names up. */
  public ListenKeys(long seed) {
    this.random = new SplitMix(seed);
  }

  /** An account's key, which is good for another hour. */
  public String start(long account, long nowMs) {
    String name = of(account, nowMs).orElseGet(this::next);
    byAccount.put(account, new Key(name, nowMs + GOOD_FOR_MS));
    return name;
  }

  /** Makes an account's key good for another hour; false if it has no such key. */
  public boolean keep(long account, String name, long nowMs) {
    if (!of(account, nowMs).equals(Optional.of(name))) {
      return false;
    }
    byAccount.put(account, new Key(name, nowMs + GOOD_FOR_MS));
    return true;
  }

  /** Ends an account's key; false if it has no such key. */
  public boolean end(long account, String name, long nowMs) {
    return of(account, nowMs).equals(Optional.of(name)) && byAccount.remove(account) != null;
  }

  /** The key that is good. */
  public Optional<String> of(long account, long nowMs) {
    return Optional.ofNullable(byAccount.get(account))
        .filter(key -> nowMs < key.untilMs())
        .map(Key::name);
  }

  /** Forgets keys that are good no more; they are told of. */
  public void expire(long nowMs, BiConsumer<Long, String> told) {
    byAccount
        .entrySet()
        .removeIf(each -> {
          boolean isOver = nowMs >= each.getValue().untilMs();
          if (isOver) {
            told.accept(each.getKey(), each.getValue().name());
          }
          return isOver;
        });
  }

  private String next() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return name.toString();
  }
}
