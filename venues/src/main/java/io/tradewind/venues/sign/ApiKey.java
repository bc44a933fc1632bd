package io.tradewind.venues.sign;

/**
 * A key to an account at a venue. Its secret leaves it only as signatures: not by {@code toString},
 * not in the text of an exception, not by a getter.
 */
public sealed interface ApiKey permits HmacKey, Ed25519Key {

  /** The public part, by which the venue knows the key; it goes out with each request. */
  String id();
}
