package io.tradewind.venues.binance.parse;

import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.error.VenueError.Cause;
import io.tradewind.venues.error.VenueError.FatalReason;
import io.tradewind.venues.error.VenueError.Rejection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * Binance's error answers as {@link VenueError}. Source: developers.binance.com, "Error codes" of
 * spot and of USD-M futures, and "HTTP return codes". Where the status says that a request may have
 * been carried out, the end is unknown, whatever the code.
 */
public final class BinanceErrors {
  private static final int LONGEST_TEXT = 200;
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long NO_HINT_NS = 60 * SECOND_NS;
  private static final Pattern BANNED_UNTIL = Pattern.compile("until ([0-9]{13})");
  private static final int SURELY_FAILED = 503;

  private BinanceErrors() {}

  /**
   * What an answer with an error status means.
   *
   * @param venueMs the venue's time, for a ban that names its end
   */
  public static VenueError of(int status, String body, long venueMs) {
    OptionalInt code = OptionalInt.empty();
    String text = "status " + status;
    try {
      List<Fields> all = FieldReader.read(body);
      Fields outer = all.isEmpty() ? new Fields() : all.getFirst();
      Fields fields = outer.objects.getOrDefault("error", outer);
      text = fields.find("msg").orElse(text);
      code = OptionalInt.of(Math.toIntExact(fields.number("code")));
    } catch (BadInput | JacksonException | ArithmeticException noCode) {
      // A firewall or a proxy answers with a page: the status has to do.
    }
    String cut = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    return of(status, code, cut, venueMs);
  }

  private static VenueError of(int status, OptionalInt code, String text, long venueMs) {
    if (status == 429 || status == 418) {
      return new VenueError.Retryable(Cause.RATE_LIMIT, untilNs(text, venueMs), text);
    }
    if (status == SURELY_FAILED) {
      boolean failed = code.orElse(0) == -1008 || text.startsWith("Service Unavailable");
      return failed
          ? new VenueError.Retryable(Cause.OVERLOADED, SECOND_NS, text)
          : new VenueError.Unknown(text);
    }
    if (status >= 500 || status == 408) {
      return new VenueError.Unknown(text);
    }
    if (status == 403) {
      return new VenueError.Fatal(FatalReason.SERVICE, text);
    }
    return code.isPresent() ? ofCode(code.getAsInt(), text, venueMs) : ofStatus(status, text);
  }

  private static VenueError ofStatus(int status, String text) {
    return switch (status) {
      case 401 -> new VenueError.Fatal(FatalReason.KEY, text);
      case 404 -> new VenueError.Rejected(Rejection.UNSUPPORTED, text);
      default -> new VenueError.Rejected(Rejection.OTHER, text);
    };
  }

  private static long untilNs(String text, long venueMs) {
    Matcher matcher = BANNED_UNTIL.matcher(text);
    if (!matcher.find()) {
      return NO_HINT_NS;
    }
    return Math.max(0, Long.parseLong(matcher.group(1)) - venueMs) * 1_000_000L;
  }

  /** What a code means where the status says that nothing was carried out. */
  public static VenueError ofCode(int code, String text, long venueMs) {
    return switch (code) {
      case -1003, -1015 -> new VenueError.Retryable(Cause.RATE_LIMIT, untilNs(text, venueMs), text);
      case -1008, -1034, -4118 -> new VenueError.Retryable(Cause.OVERLOADED, SECOND_NS, text);
      case -1021, -5028 -> new VenueError.Retryable(Cause.CLOCK, 0, text);
      case -1000, -1001, -1006, -1007 -> new VenueError.Unknown(text);
      case -1002, -2014, -2015, -2017, -4056, -4057 -> new VenueError.Fatal(FatalReason.KEY, text);
      case -1022 -> new VenueError.Fatal(FatalReason.SIGNATURE, text);
      case -4088, -4109, -4192, -4206 -> new VenueError.Fatal(FatalReason.ACCOUNT, text);
      case -1016 -> new VenueError.Fatal(FatalReason.SERVICE, text);
      case -2010, -2038 -> new VenueError.Rejected(ofWords(text), text);
      default -> new VenueError.Rejected(reason(code, text), text);
    };
  }

  private static Rejection reason(int code, String text) {
    return switch (code) {
      case -2018, -2019, -4050, -4051 -> Rejection.INSUFFICIENT_BALANCE;
      case -2011, -2013, -2026 -> ofWords(text, Rejection.UNKNOWN_ORDER);
      case -4116, -4115 -> Rejection.DUPLICATE_ORDER;
      case -1013 -> ofWords(text, Rejection.FILTER);
      case -1111,
          -4001,
          -4002,
          -4003,
          -4004,
          -4005,
          -4006,
          -4007,
          -4013,
          -4014,
          -4016,
          -4023,
          -4024,
          -4131,
          -4164,
          -4183,
          -4184,
          -4210,
          -4211,
          -5029 ->
          Rejection.FILTER;
      case -2021, -4135, -4142 -> Rejection.WOULD_TRIGGER;
      case -5022 -> Rejection.WOULD_TAKE;
      case -1112, -2020, -5021, -5041 -> Rejection.NOT_FILLABLE;
      case -2022, -2024, -4062, -4509 -> Rejection.NOTHING_TO_REDUCE;
      case -2027, -2028, -4028, -4161 -> Rejection.POSITION_LIMIT;
      case -2025, -4045, -4130 -> Rejection.TOO_MANY_ORDERS;
      case -4046, -4059, -5027 -> Rejection.NOTHING_TO_CHANGE;
      case -2016, -2023, -4087, -4105, -4106, -4107, -4140, -4141, -4189, -4400, -4401, -5024 ->
          Rejection.MARKET_CLOSED;
      case -1014, -1020, -1158, -2012, -4120, -4084, -5025 -> Rejection.UNSUPPORTED;
      default -> code <= -1100 && code > -1300 ? Rejection.INVALID_REQUEST : Rejection.OTHER;
    };
  }

  private static Rejection ofWords(String text) {
    return ofWords(text, Rejection.OTHER);
  }

  /** Of some codes only the words say what it was. */
  private static Rejection ofWords(String text, Rejection otherwise) {
    String words = text.toLowerCase(Locale.ROOT);
    if (words.contains("max_num") || words.contains("too many")) {
      return Rejection.TOO_MANY_ORDERS;
    }
    if (words.contains("max_position")) {
      return Rejection.POSITION_LIMIT;
    }
    return WORDS.stream()
        .filter(word -> words.contains(word.part()))
        .map(Word::reason)
        .findFirst()
        .orElse(otherwise);
  }

  private record Word(String part, Rejection reason) {}

  private static final List<Word> WORDS =
      List.of(
          new Word("insufficient balance", Rejection.INSUFFICIENT_BALANCE),
          new Word("duplicate order", Rejection.DUPLICATE_ORDER),
          new Word("unknown order", Rejection.UNKNOWN_ORDER),
          new Word("trigger immediately", Rejection.WOULD_TRIGGER),
          new Word("immediately match and take", Rejection.WOULD_TAKE),
          new Word("liquidity", Rejection.NOT_FILLABLE),
          new Word("market is closed", Rejection.MARKET_CLOSED),
          new Word("trading phase", Rejection.MARKET_CLOSED),
          new Word("would change no state", Rejection.NOTHING_TO_CHANGE),
          new Word("not supported", Rejection.UNSUPPORTED),
          new Word("not support ", Rejection.UNSUPPORTED),
          new Word("not permitted", Rejection.UNSUPPORTED),
          new Word("restricted for this account", Rejection.UNSUPPORTED),
          new Word("filter failure", Rejection.FILTER),
          new Word("zero or less", Rejection.FILTER),
          new Word("exceeds qty", Rejection.FILTER),
          new Word("cancel restrictions", Rejection.NOTHING_TO_CHANGE));
}
