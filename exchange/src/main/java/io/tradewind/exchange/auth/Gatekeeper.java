package io.tradewind.exchange.auth;

import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whose request it is. The order of checks is the key's form, the key, the parameters, the
 * time, the signature; Binance does not publish its own.
 */
public final class Gatekeeper {
  private static final long DEFAULT_WINDOW_US = 5_000_000;
  private static final long LONGEST_WINDOW_MS = 60_000;
  private static final long AHEAD_US = 1_000_000;

  /** Times of 2286 and later in milliseconds are microseconds of today. */
  private static final long FIRST_MICROSECOND = 10_000_000_000_000L;

  private final Map<String, ApiKey> keys = new LinkedHashMap<>();
  private final Optional<InstantSource> clients;

  /** Knows these keys. */
  public Gatekeeper(List<ApiKey> keys) {
    this(keys, Optional.empty());
  }

  /**
   * Knows these keys.
   *
   * @param clients a clock by which requests may be signed instead of the exchange's
   */
  public Gatekeeper(List<ApiKey> keys, Optional<InstantSource> clients) {
    keys.forEach(key -> this.keys.put(key.name(), key));
    this.clients = clients;
  }

  /** What came of it: whose request it is, or why it is refused. */
  public sealed interface Verdict {
    /** The key's owner asks. */
    record Known(ApiKey key) implements Verdict {}

    /** Refused. */
    record Refused(WireError error) implements Verdict {}
  }

  /** Looks at the key alone, as for streams of user data. */
  public Verdict identify(Optional<String> name) {
    if (name.isEmpty() || !name.get().matches("[A-Za-z0-9_-]{1,128}")) {
      return new Verdict.Refused(new WireError(401, -2014, "API-key format invalid."));
    }
    ApiKey key = keys.get(name.get());
    return key == null
        ? new Verdict.Refused(
            new WireError(401, -2015, "Invalid API-key, IP, or permissions for action."))
        : new Verdict.Known(key);
  }

  /** Looks at key, time and signature of a text that was signed. */
  public Verdict admit(
      Optional<String> name,
      Parameters parameters,
      String text,
      Optional<String> signature,
      long nowMs) {
    Verdict verdict = identify(name);
    if (!(verdict instanceof Verdict.Known known)) {
      return verdict;
    }
    checkTime(parameters, nowMs);
    parameters.text("signature");
    if (parameters.error().isPresent()) {
      return new Verdict.Refused(parameters.error().get());
    }
    return signature.isPresent() && known.key().secret().signed(text, signature.get())
        ? known
        : new Verdict.Refused(
            WireError.badRequest(-1022, "Signature for this request is not valid."));
  }

  /** A request must come within its window, and not from the future. */
  public void checkTime(Parameters parameters, long exchangeMs) {
    long sent = parameters.count("timestamp");
    long windowUs = window(parameters);
    long sentUs = sent >= FIRST_MICROSECOND ? sent : Math.multiplyExact(sent, 1000);
    long nowUs = nearest(sentUs, exchangeMs * 1000);
    if (sentUs >= nowUs + AHEAD_US) {
      parameters.fail(
          WireError.badRequest(
              -1021, "Timestamp for this request was 1000ms ahead of the server's time."));
    } else if (nowUs - sentUs > windowUs) {
      parameters.fail(
          WireError.badRequest(-1021, "Timestamp for this request is outside of the recvWindow."));
    }
  }

  private long nearest(long sentUs, long exchangeUs) {
    long clientsUs = clients.map(clock -> clock.millis() * 1000).orElse(exchangeUs);
    return Math.abs(sentUs - clientsUs) < Math.abs(sentUs - exchangeUs) ? clientsUs : exchangeUs;
  }

  private static long window(Parameters parameters) {
    Optional<String> text = parameters.optional("recvWindow");
    if (text.isEmpty()) {
      return DEFAULT_WINDOW_US;
    }
    if (!text.get().matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
      parameters.fail(WireError.illegal("recvWindow", "^[0-9]{1,6}(\\.[0-9]{1,3})?$"));
      return DEFAULT_WINDOW_US;
    }
    BigDecimal ms = new BigDecimal(text.get());
    if (ms.compareTo(BigDecimal.valueOf(LONGEST_WINDOW_MS)) > 0) {
      parameters.fail(WireError.badRequest(-1131, "recvWindow must be less than 60000"));
    }
    return ms.movePointRight(3).longValueExact();
  }
}
