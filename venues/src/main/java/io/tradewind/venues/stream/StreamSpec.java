package io.tradewind.venues.stream;

import io.tradewind.analytics.check.Check;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is to be heard.
 *
 * @param uri asked before each connection, since a key in it may change
 * @param hello texts to send once it is open, asked each time, since they may be signed
 * @param kind what may be dropped
 * @param capacity how many texts may wait, at least 1
 * @param names how texts are told apart
 */
public record StreamSpec(
    Supplier<URI> uri, Supplier<List<String>> hello, StreamKind kind, int capacity, Names names) {
  /** Always the same texts. */
  public StreamSpec(
      Supplier<URI> uri, List<String> hello, StreamKind kind, int capacity, Names names) {
    this(uri, always(hello), kind, capacity, names);
  }

  private static Supplier<List<String>> always(List<String> hello) {
    List<String> texts = List.copyOf(hello);
    return () -> texts;
  }

  /** Checks the range. */
  public StreamSpec {
    Check.argument(capacity >= 1, "capacity must be >= 1, was %s", capacity);
  }

  /**
   * How texts are told apart.
   *
   * @param identity equal for the same event over two connections, different for two events
   * @param conflation what a text is the latest state of; empty if each text counts
   */
  public record Names(
      Function<String, String> identity, Function<String, Optional<String>> conflation) {
    /** Each text is what it is and counts. */
    public static final Names PLAIN = new Names(text -> text, text -> Optional.empty());
  }
}
