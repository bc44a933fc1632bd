package io.tradewind.store.records;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The numbers that orders have for strategies and instruments: what the tables of them hold, with
 * what the lines of a batch add. Of several with one name the lowest number counts.
 */
final class Places {
  private final Map<Integer, String> books = new TreeMap<>();
  private final Map<Integer, String> instruments = new TreeMap<>();

  static Places read(Handle handle, long session) {
    Places places = new Places();
    handle
        .createQuery("SELECT book, name FROM session_book WHERE session = :session")
        .bind("session", session)
        .map((row, context) -> places.setBook(row.getInt("book"), row.getString("name")))
        .list();
    handle
        .createQuery("SELECT instrument, id FROM session_instrument WHERE session = :session")
        .bind("session", session)
        .map((row, context) -> places.setInstrument(row.getInt("instrument"), row.getString("id")))
        .list();
    return places;
  }

  /** Sets a name; tells whether it is another one than before. */
  boolean setBook(int book, String name) {
    String kept = Batch.storable(name);
    return !kept.equals(books.put(book, kept));
  }

  /** Sets a name; tells whether it is another one than before. */
  boolean setInstrument(int instrument, String id) {
    return !id.equals(instruments.put(instrument, id));
  }

  boolean knowsInstrument(int instrument) {
    return instruments.containsKey(instrument);
  }

  OptionalInt book(String name) {
    return find(books, Batch.storable(name));
  }

  OptionalInt instrument(String id) {
    return find(instruments, id);
  }

  private static OptionalInt find(Map<Integer, String> names, String name) {
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .mapToInt(Map.Entry::getKey)
        .findFirst();
  }
}
