package io.tradewind.research.strategyfile;

/** What a strategy may not reach for, and what to do instead. */
enum Reach {
  CLOCK("the clock", "a strategy must be repeatable; use bar.timeNs()"),
  RANDOM(
      "random numbers",
      "a strategy must be repeatable; leave chance out, or compute numbers from a parameter"),
  THREADS("threads or locks", "a strategy is called by one thread at a time; compute in onBar"),
  OUTSIDE(
      "files, the network or processes",
      "a strategy sees its candles only; ask for what it needs in prepare()"),
  ENVIRONMENT(
      "the environment",
      "a strategy must run alike on every computer; declare a parameter in parameters()"),
  REFLECTION(
      "reflection, method handles or class loading",
      "it cannot be seen what would be called; call methods by their names"),
  IDENTITY(
      "an object's identity",
      "it differs from run to run; use records, or write toString() and hashCode() from fields"),
  HASH_ORDER(
      "hash order", "it can differ from run to run; use a TreeMap, a LinkedHashMap or a list"),
  OUTPUT("the console", "put words into the signal's reason"),
  INEXACT_MATH(
      "inexact Math",
      "its last digit may differ from computer to computer; use the same method of StrictMath"),
  LOCALE(
      "the computer's language",
      "texts must be alike on every computer; give Locale.ROOT as the first argument"),
  ASSERTIONS(
      "Java's assert",
      "it is on or off by an option of Java; use io.tradewind.analytics.check.Check"),
  SHARED(
      "a changing static field",
      "all runs would share it; make it final, or a field of the strategy"),
  OTHER(
      "something outside of a strategy's world",
      "docs/strategy-api.md lists what a strategy may use");

  private final String words;
  private final String wayOut;

  Reach(String words, String wayOut) {
    this.words = words;
    this.wayOut = wayOut;
  }

  /** The sentence after file and line. */
  String tell(String where, String thing) {
    return where + " reaches for " + words + " (" + thing + "): " + wayOut;
  }
}
