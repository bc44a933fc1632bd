package io.tradewind.store.records;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** The numbers that orders have for strategies and instruments, by name. */
final class Places {
  private final Map<String, Integer> books = new HashMap<>();
  private final Map<String, Integer> instruments = new HashMap<>();

  static Places read(Handle handle, long session) {
    Places places = new Places();
    handle
        .createQuery("SELECT book, name FROM session_book WHERE session = :session")
        .bind("session", session)
        .map((row, context) -> places.books.put(row.getString("name"), row.getInt("book")))
        .list();
    handle
        .createQuery("SELECT instrument, id FROM session_instrument WHERE session = :session")
        .bind("session", session)
        .map((row, context) -> places.instruments.put(row.getString("id"), row.getInt("instrument")))
        .list();
    return places;
  }

  /** Remembers one; tells whether it is new. */
  boolean addBook(String name, int book) {
    return books.put(name, book) == null;
  }

  /** Remembers one; tells whether it is new. */
  boolean addInstrument(String id, int instrument) {
    return instruments.put(id, instrument) == null;
  }

  OptionalInt book(String name) {
    Integer book = books.get(name);
    return book == null ? OptionalInt.empty() : OptionalInt.of(book);
  }

  OptionalInt instrument(String id) {
    Integer instrument = instruments.get(id);
    return instrument == null ? OptionalInt.empty() : OptionalInt.of(instrument);
  }
}
