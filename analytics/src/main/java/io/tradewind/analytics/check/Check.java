package io.tradewind.analytics.check;

import java.util.regex.Pattern;

/**
 * Assertions that stay on in production. The text states the rule and the value: {@code
 * Check.argument(qty > 0, "qtyScaled must be > 0, was %s", qty)}.
 */
public final class Check {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private Check() {}

  /** A caller's mistake: throws {@link IllegalArgumentException} unless the rule holds. */
  public static void argument(boolean holds, String rule, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(String.format(java.util.Locale.ROOT, rule, values));
    }
  }

  /** {@link #argument(boolean, String, Object...)} without boxing where the rule holds. */
  public static void argument(boolean holds, String rule, long value) {
    if (!holds) {
      throw new IllegalArgumentException(String.format(java.util.Locale.ROOT, rule, value));
    }
  }

  /** A name must be lower case words with dashes, such as {@code fast-length}. */
  public static void name(String name) {
    argument(
        NAME.matcher(name).matches(), "a name is lower case words with dashes, was '%s'", name);
  }

  /** Our own mistake: throws {@link IllegalStateException} unless the invariant holds. */
  public static void invariant(boolean holds, String rule, Object... values) {
    if (!holds) {
      throw new IllegalStateException(String.format(java.util.Locale.ROOT, rule, values));
    }
  }

  /** {@link #invariant(boolean, String, Object...)} without boxing where the invariant holds. */
  public static void invariant(boolean holds, String rule, long value, long other) {
    if (!holds) {
      throw new IllegalStateException(String.format(java.util.Locale.ROOT, rule, value, other));
    }
  }

  /** {@link #invariant(boolean, String, Object...)} without boxing where the invariant holds. */
  public static void invariant(boolean holds, String rule, long value) {
    if (!holds) {
      throw new IllegalStateException(String.format(java.util.Locale.ROOT, rule, value));
    }
  }
}
