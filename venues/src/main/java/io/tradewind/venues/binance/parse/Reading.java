package io.tradewind.venues.binance.parse;

import io.tradewind.venues.binance.model.InputFault;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/** One way through which each answer is read: it is understood, or counted as bad and empty. */
final class Reading {
  private final FaultLog faults;

  Reading(FaultLog faults) {
    this.faults = faults;
  }

  /**
   * Reads a text that may be shown in a log.
   *
   * @param reading may throw {@link BadInput}, whatever the parser throws, and what records throw
   *     that check their ranges
   */
  <T> Optional<T> read(String body, Function<String, T> reading) {
    return read(body, body, reading);
  }

  /** Reads a text of an account, of which nothing goes into a log. */
  <T> Optional<T> readPrivate(String body, Function<String, T> reading) {
    return read(body, "", reading);
  }

  private <T> Optional<T> read(String body, String shown, Function<String, T> reading) {
    try {
      return Optional.of(reading.apply(body));
    } catch (BadInput e) {
      faults.add(e.fault(), String.valueOf(e.getMessage()), shown);
    } catch (JacksonException e) {
      faults.add(InputFault.NOT_JSON, String.valueOf(e.getOriginalMessage()), shown);
    } catch (IllegalArgumentException | ArithmeticException e) {
      faults.add(InputFault.BAD_VALUE, String.valueOf(e.getMessage()), shown);
    }
    return Optional.empty();
  }
}
