package io.tradewind.store.journal;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * What a journal is of.
 *
 * @param session number of the session, which is in the names of its orders
 * @param code version of the program that wrote on
 * @param description of the session: what an engine needs that plays it again
 */
public record JournalHead(long session, String code, String description) {
  void save(StateWriter out) {
    out.writeLong(session).writeString(code).writeString(description);
  }

  static JournalHead load(StateReader in) {
    return new JournalHead(in.readLong(), in.readString(), in.readString());
  }
}
