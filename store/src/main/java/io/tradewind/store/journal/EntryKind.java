package io.tradewind.store.journal;

import java.util.Optional;

/** Kinds of entries, by the byte that stands for them. */
enum EntryKind {
  HEAD,
  TRADE,
  BOOK,
  CANDLE,
  FUNDING,
  TIME,
  ORDER,
  FILL,
  LATE_FILL,
  MARGIN,
  TRANSFER,
  CONTROL,
  COMMAND,
  FUNDED;

  private static final EntryKind[] ALL = values();

  byte code() {
    return (byte) (ordinal() + 1);
  }

  static Optional<EntryKind> of(byte code) {
    return code >= 1 && code <= ALL.length ? Optional.of(ALL[code - 1]) : Optional.empty();
  }
}
