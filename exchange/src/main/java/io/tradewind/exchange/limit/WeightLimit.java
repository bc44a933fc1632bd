package io.tradewind.exchange.limit;

import io.tradewind.exchange.request.WireError;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Weight of requests by address. Who is over it is refused until the window ends; who goes on all
 * the same is banned, twice as long each time.
 */
public final class WeightLimit {
  private static final long MINUTE_MS = 60_000;
  private static final long FIRST_BAN_MS = 2 * MINUTE_MS;
  private static final long LONGEST_BAN_MS = 3 * 24 * 60 * MINUTE_MS;
  private static final int MOST_ADDRESSES = 10_000;

  private final long limit;
  private final int patience;
  private final Texts texts;
  private final Map<String, Guest> guests =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guest> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  /** The words of a market for what is refused: with the limit, and with the end of the ban. */
  public record Texts(String over, String banned) {}

  private static final class Guest {
    private final FixedWindow window;
    private int ignored;
    private long banMs = FIRST_BAN_MS;
    private long bannedUntilMs;

    private Guest(long limit) {
      this.window = new FixedWindow(MINUTE_MS, limit);
    }
  }

  /**
   * Nothing is used.
   *
   * @param limit a minute
   * @param patience how many requests over the limit are refused before a ban
   */
  public WeightLimit(long limit, int patience, Texts texts) {
    this.limit = limit;
    this.patience = patience;
    this.texts = texts;
  }

  /** How much an address may use a minute. */
  public long limit() {
    return limit;
  }

  /** How much an address has used in this minute. */
  public long used(String address, long nowMs) {
    return guest(address).window.used(nowMs);
  }

  /** Adds to what an address has used. */
  public Outcome use(String address, long weight, long nowMs) {
    Guest guest = guest(address);
    if (nowMs < guest.bannedUntilMs) {
      return banned(guest, nowMs);
    }
    guest.window.add(nowMs, weight);
    if (!guest.window.isOver(nowMs)) {
      guest.ignored = 0;
      return new Outcome(Optional.empty(), 0);
    }
    guest.ignored++;
    if (guest.ignored > patience) {
      ban(guest, nowMs);
      return banned(guest, nowMs);
    }
    return new Outcome(
        Optional.of(new WireError(429, -1003, String.format(Locale.ROOT, texts.over(), limit))),
        guest.window.secondsLeft(nowMs));
  }

  /** Bans an address, as if it had gone on for too long. */
  public void ban(String address, long nowMs, long forMs) {
    guest(address).bannedUntilMs = nowMs + forMs;
  }

  private static void ban(Guest guest, long nowMs) {
    guest.bannedUntilMs = nowMs + guest.banMs;
    guest.banMs = Math.min(2 * guest.banMs, LONGEST_BAN_MS);
    guest.ignored = 0;
  }

  private Outcome banned(Guest guest, long nowMs) {
    String text = String.format(Locale.ROOT, texts.banned(), guest.bannedUntilMs);
    return new Outcome(
        Optional.of(new WireError(418, -1003, text)),
        Math.max(1, (guest.bannedUntilMs - nowMs + 999) / 1000));
  }

  private Guest guest(String address) {
    return guests.computeIfAbsent(address, key -> new Guest(limit));
  }

  /**
   * What comes of a request.
   *
   * @param error why it is refused; empty if it goes
   * @param retryAfterSeconds when it may be asked again, of a refusal
   */
  public record Outcome(Optional<WireError> error, long retryAfterSeconds) {}
}
