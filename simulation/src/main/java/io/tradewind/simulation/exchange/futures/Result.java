package io.tradewind.simulation.exchange.futures;

import java.util.function.Function;

/** What came of a command or a question. */
public sealed interface Result<T> {

  /** It was carried out. */
  record Done<T>(T value) implements Result<T> {}

  /** It was not, and nothing has changed. */
  record Refused<T>(RefusalReason reason) implements Result<T> {}

  /** Goes on with what was done; a refusal stays what it is. */
  default <R> Result<R> then(Function<T, Result<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(RefusalReason reason) -> new Refused<>(reason);
    };
  }
}
