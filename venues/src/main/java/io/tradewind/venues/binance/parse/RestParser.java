package io.tradewind.venues.binance.parse;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.model.DepthSnapshot;
import io.tradewind.venues.binance.model.InputFault;
import io.tradewind.venues.http.RateLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers to requests. What cannot be read is counted, and the answer is empty. */
public final class RestParser {
  private final Reading reading;

  /** Counts there. */
  public RestParser(FaultLog faults) {
    this.reading = new Reading(faults);
  }

  /** {@code serverTime} of the answer to a question for the time, epoch milliseconds. */
  public Optional<Long> serverTimeMs(String body) {
    return read(body, fields -> fields.number("serverTime"));
  }

  /** The answer to a question for the depth of an instrument. */
  public Optional<DepthSnapshot> depth(Instrument instrument, String body) {
    return read(
        body,
        fields ->
            new DepthSnapshot(
                fields.number("lastUpdateId"),
                fields.levels("bids").scaled(instrument.priceScale(), instrument.qtyScale()),
                fields.levels("asks").scaled(instrument.priceScale(), instrument.qtyScale())));
  }

  /** {@code listenKey} of the answer to a request for one. */
  public Optional<String> listenKey(String body) {
    return read(body, fields -> fields.text("listenKey"));
  }

  /** {@code rateLimits} of exchangeInfo; limits of kinds that are not known are left out. */
  public Optional<List<RateLimit>> rateLimits(String body) {
    return read(
        body,
        fields -> {
          List<RateLimit> limits = new ArrayList<>();
          for (Fields limit : fields.list("rateLimits")) {
            kind(limit.text("rateLimitType"))
                .ifPresent(kind ->
                    limits.add(new RateLimit(kind, windowNs(limit), limit.number("limit"))));
          }
          return List.copyOf(limits);
        });
  }

  private static Optional<RateLimit.Kind> kind(String type) {
    return switch (type) {
      case "REQUEST_WEIGHT" -> Optional.of(RateLimit.Kind.WEIGHT);
      case "ORDERS" -> Optional.of(RateLimit.Kind.ORDERS);
      case "RAW_REQUESTS" -> Optional.of(RateLimit.Kind.REQUESTS);
      default -> Optional.empty();
    };
  }

  private static long windowNs(Fields limit) {
    long unit =
        switch (limit.text("interval")) {
          case "SECOND" -> Utc.SECOND_NS;
          case "MINUTE" -> 60 * Utc.SECOND_NS;
          case "HOUR" -> 3_600 * Utc.SECOND_NS;
          case "DAY" -> Utc.DAY_NS;
          default -> throw new BadInput(InputFault.BAD_VALUE, "interval");
        };
    return Math.multiplyExact(unit, limit.number("intervalNum"));
  }

  private <T> Optional<T> read(String body, Function<Fields, T> first) {
    return reading.read(
        body,
        text -> {
          List<Fields> all = FieldReader.read(text);
          if (all.isEmpty()) {
            throw new BadInput(InputFault.MISSING_FIELD, "empty list");
          }
          return first.apply(all.getFirst());
        });
  }
}
