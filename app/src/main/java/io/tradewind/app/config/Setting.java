package io.tradewind.app.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One setting, declared once: the file, the environment, the flag, the help and the document all
 * read this.
 *
 * @param <T> type of its values
 */
public final class Setting<T> {
  private final String path;
  private final Optional<String> flag;
  private final String placeholder;
  private final String summary;
  private final Format<T> format;
  private final Optional<String> defaultText;
  private final String absent;
  private final Optional<String> alone;
  private final boolean isSecret;

  private Setting(
      Named named, Format<T> format, Optional<String> defaultText, String absent, Special special) {
    this.path = named.path();
    this.flag = named.flag();
    this.placeholder = named.placeholder();
    this.summary = named.summary();
    this.format = format;
    this.defaultText = defaultText;
    this.absent = absent;
    this.alone = special.alone();
    this.isSecret = special.isSecret();
  }

  /** What few settings have. */
  private record Special(Optional<String> alone, boolean isSecret) {
    static final Special NONE = new Special(Optional.empty(), false);
  }

  /** Names of a setting: its path in the tree, its flag with a placeholder, what it is. */
  record Named(String path, Optional<String> flag, String placeholder, String summary) {
    /** With a flag. */
    Named(String path, String flag, String placeholder, String summary) {
      this(path, Optional.of(flag), placeholder, summary);
    }

    /** Of the file and the environment alone, so that help stays readable. */
    Named(String path, String summary) {
      this(path, Optional.empty(), "", summary);
    }

    <T> Setting<T> of(Format<T> format, String defaultText) {
      return new Setting<>(this, format, Optional.of(defaultText), defaultText, Special.NONE);
    }

    /** One that may be missing; {@code absent} says what holds then. */
    <T> Setting<T> optional(Format<T> format, String absent) {
      return new Setting<>(this, format, Optional.empty(), absent, Special.NONE);
    }
  }

  /** The same, whose flag may stand alone and then says this. */
  Setting<T> alone(String value) {
    return special(new Special(Optional.of(value), isSecret));
  }

  /** The same, whose value is never shown. */
  Setting<T> secret() {
    return special(new Special(alone, true));
  }

  private Setting<T> special(Special special) {
    Named named = new Named(path, flag, placeholder, summary);
    return new Setting<>(named, format, defaultText, absent, special);
  }

  /** Whether its value is never shown. */
  public boolean isSecret() {
    return isSecret;
  }

  /** What its flag says where it stands alone; empty where it needs a value. */
  public Optional<String> aloneText() {
    return alone;
  }

  /** Its place in the tree, such as {@code risk.max-trade-risk}. */
  public String path() {
    return path;
  }

  /** The part of its path before the dot. */
  public String section() {
    return path.substring(0, path.indexOf('.'));
  }

  /** The variable that sets it, such as {@code TRADEWIND_RISK_MAX_TRADE_RISK}. */
  public String variable() {
    return "TRADEWIND_" + path.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** Whether a flag sets it; else the file and the environment alone do. */
  public boolean hasFlag() {
    return flag.isPresent();
  }

  /** The flag that sets it, such as {@code --max-trade-risk}; only where it has one. */
  public String flag() {
    return flag.orElseThrow(() -> new IllegalStateException(path + " has no flag"));
  }

  /** What stands for the value in the help. */
  public String placeholder() {
    return placeholder;
  }

  /** What it is, in one line. */
  public String summary() {
    return summary;
  }

  /** What is allowed, in words that follow "must be". */
  public String allowed() {
    return format.allowed();
  }

  /** Whether its flag may be repeated. */
  public boolean repeatable() {
    return format.repeatable();
  }

  /** The value where none is given, or words that say what holds then. */
  public String defaultInWords() {
    return absent;
  }

  /** The value where none is given. */
  Optional<String> defaultText() {
    return defaultText;
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException if it is not allowed
   */
  public T read(List<String> parts) {
    return format.reader().read(parts);
  }

  @Override
  public String toString() {
    return path;
  }
}
