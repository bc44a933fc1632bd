package io.tradewind.venues.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Where one connection takes over from another. While both stand, the old one is told on and
 * remembered, the new one is held back. At the cut what was held and has not been told follows, in
 * its order; for a while after it, what the old one had told already is left out. So an event is
 * told once, however much one connection runs ahead of the other, as long as that is less than the
 * overlap.
 */
final class Seam {
  /** A cut comes early rather than that more is held. */
  private static final int MOST = 200_000;

  private final Function<String, String> identity;
  private final Set<String> told = new HashSet<>();
  private final List<StreamText> held = new ArrayList<>();
  private long repeated;

  Seam(Function<String, String> identity) {
    this.identity = identity;
  }

  void onOld(StreamText text) {
    told.add(identity.apply(text.text()));
  }

  void onNew(StreamText text) {
    held.add(text);
  }

  boolean isFull() {
    return held.size() >= MOST || told.size() >= MOST;
  }

  /** What follows at the cut. */
  List<StreamText> cut() {
    List<StreamText> rest = held.stream().filter(this::isNew).toList();
    held.clear();
    return rest;
  }

  /** After the cut: whether a text has not been told. */
  boolean isNew(StreamText text) {
    boolean isNew = told.isEmpty() || !told.contains(identity.apply(text.text()));
    repeated += isNew ? 0 : 1;
    return isNew;
  }

  long repeated() {
    return repeated;
  }
}
