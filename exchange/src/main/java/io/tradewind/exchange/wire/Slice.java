package io.tradewind.exchange.wire;

import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * Which part of a history: from an id on, or within times, at most so many.
 *
 * @param fromId the first id
 * @param limit how many
 */
public record Slice(OptionalLong fromId, OptionalLong startMs, OptionalLong endMs, int limit) {
  private static final long HOUR_MS = 3_600_000;

  /**
   * How much may be asked for.
   *
   * @param hours how far times may lie apart
   * @param usual how many if nothing is said
   * @param most how many at most
   */
  public record Bounds(long hours, int usual, int most) {

    /** How many are wanted. */
    public int limit(Parameters all) {
      return (int) Math.min(most, all.optionalCount("limit").orElse(usual));
    }
  }

  /** Reads it. */
  public static Slice of(Parameters all, String idName, Bounds bounds) {
    OptionalLong start = all.optionalCount("startTime");
    OptionalLong end = all.optionalCount("endTime");
    if (start.isPresent()
        && end.isPresent()
        && end.getAsLong() - start.getAsLong() > bounds.hours * HOUR_MS) {
      all.fail(
          WireError.badRequest(
              -1127, "More than %s hours between startTime and endTime.", bounds.hours));
    }
    return new Slice(all.optionalCount(idName), start, end, bounds.limit(all));
  }

  /** The page of this number, from 1 on, of those within the times, the oldest first. */
  public <T> List<T> page(List<T> history, long number, ToLongFunction<T> timeMs) {
    List<T> found = within(history, timeMs);
    long from = Math.min(found.size(), (number - 1) * limit);
    return found.subList((int) from, (int) Math.min(found.size(), from + limit));
  }

  private <T> List<T> within(List<T> history, ToLongFunction<T> timeMs) {
    return history.stream()
        .filter(each -> startMs.isEmpty() || timeMs.applyAsLong(each) >= startMs.getAsLong())
        .filter(each -> endMs.isEmpty() || timeMs.applyAsLong(each) <= endMs.getAsLong())
        .toList();
  }

  /** Reads only an id and how many. */
  public static Slice ofIds(Parameters all, String idName, Bounds bounds) {
    return new Slice(
        all.optionalCount(idName), OptionalLong.empty(), OptionalLong.empty(), bounds.limit(all));
  }

  /** Reads only times, however far apart, and how many. */
  public static Slice ofTimes(Parameters all, Bounds bounds) {
    return new Slice(
        OptionalLong.empty(),
        all.optionalCount("startTime"),
        all.optionalCount("endTime"),
        bounds.limit(all));
  }

  /** Whether an id and a time were both named. */
  public boolean isMixed() {
    return fromId.isPresent() && (startMs.isPresent() || endMs.isPresent());
  }

  /**
   * Cuts it out of a history that rises in id and time: the newest if nothing is said, the first
   * from a beginning on.
   */
  public <T> List<T> cut(List<T> history, ToLongFunction<T> id, ToLongFunction<T> timeMs) {
    List<T> found =
        within(history, timeMs).stream()
            .filter(each -> fromId.isEmpty() || id.applyAsLong(each) >= fromId.getAsLong())
            .toList();
    boolean fromTheFirst = fromId.isPresent() || startMs.isPresent();
    return fromTheFirst
        ? found.subList(0, Math.min(limit, found.size()))
        : found.subList(Math.max(0, found.size() - limit), found.size());
  }
}
