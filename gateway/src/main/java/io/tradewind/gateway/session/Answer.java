package io.tradewind.gateway.session;

/** What came of asking a session. */
public sealed interface Answer<T> {
  /** It answered. */
  record Got<T>(T value) implements Answer<T> {}

  /** It did not. */
  record Failed<T>(Problem problem) implements Answer<T> {}
}
