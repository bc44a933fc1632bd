package io.tradewind.venues.stream;

/** Whom a stream tells, by the thread that drives it. */
public interface StreamListener {

  /** A text came. */
  void onText(StreamText text);

  /** The stream stands otherwise than before. */
  void onState(StreamState state);
}
