package io.tradewind.simulation.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who has been told to wait, and who is banned for not having waited, by address. It belongs to one
 * thread at a time.
 */
public final class Throttle {
  private static final int MOST_ADDRESSES = 10_000;
  private static final long SECOND_MS = 1_000;

  private final Map<String, Guest> guests =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guest> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };
  private long allBannedUntilMs;

  private static final class Guest {
    private long waitsUntilMs;
    private long bannedUntilMs;
    private long ignored;
  }

  /** Whether a call may come in. */
  public sealed interface Verdict {
    /** It may. */
    record Free() implements Verdict {}

    /** It must wait: 429. */
    record Wait(long seconds) implements Verdict {}

    /** It is banned: 418. */
    record Banned(long seconds, long untilMs) implements Verdict {}
  }

  /**
   * Looks at a call.
   *
   * @param isStruck whether the dice have it told to wait
   */
  public Verdict look(FaultPlan plan, String address, boolean isStruck, long nowMs) {
    Guest guest = guests.computeIfAbsent(address, key -> new Guest());
    long bannedUntilMs = Math.max(guest.bannedUntilMs, allBannedUntilMs);
    if (nowMs < bannedUntilMs) {
      return new Verdict.Banned(seconds(bannedUntilMs - nowMs), bannedUntilMs);
    }
    if (nowMs < guest.waitsUntilMs) {
      guest.ignored++;
      if (guest.ignored > plan.whole(FaultSetting.THROTTLE_PATIENCE)) {
        guest.waitsUntilMs = 0;
        guest.bannedUntilMs = nowMs + plan.whole(FaultSetting.BAN_SECONDS) * SECOND_MS;
        return new Verdict.Banned(seconds(guest.bannedUntilMs - nowMs), guest.bannedUntilMs);
      }
      return new Verdict.Wait(seconds(guest.waitsUntilMs - nowMs));
    }
    if (isStruck) {
      guest.ignored = 0;
      guest.waitsUntilMs = nowMs + plan.whole(FaultSetting.THROTTLE_SECONDS) * SECOND_MS;
      return new Verdict.Wait(seconds(guest.waitsUntilMs - nowMs));
    }
    return new Verdict.Free();
  }

  /** Bans all. */
  public void banAll(long untilMs) {
    allBannedUntilMs = untilMs;
  }

  /** Nobody waits, nobody is banned. */
  public void forgive() {
    guests.clear();
    allBannedUntilMs = 0;
  }

  private static long seconds(long ms) {
    return Math.ceilDiv(ms, SECOND_MS);
  }
}
