package io.tradewind.venues.binance.parse;

import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What stands around the answers of the WebSocket API. */
public final class SocketAnswers {
  private SocketAnswers() {}

  /**
   * Which request was answered, and how.
   *
   * @param status that of HTTP
   */
  public record Envelope(String id, int status) {}

  /** Empty where a text is no answer, or cannot be read. */
  public static Optional<Envelope> envelope(String text) {
    try {
      Fields fields = FieldReader.read(text).getFirst();
      return fields.has("id") && fields.has("status")
          ? Optional.of(new Envelope(fields.text("id"), Math.toIntExact(fields.number("status"))))
          : Optional.empty();
    } catch (BadInput
        | JacksonException
        | ArithmeticException
        | java.util.NoSuchElementException noAnswer) {
      return Optional.empty();
    }
  }
}
