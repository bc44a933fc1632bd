package io.tradewind.app.terminal;

/** Colours of a terminal, or none. */
public enum Ink {
  /** Plain text, for files and pipes. */
  PLAIN,
  /** ANSI colours. */
  COLOURED;

  /** Headlines. */
  public String bold(String text) {
    return paint("1", text);
  }

  /** What matters less. */
  public String faint(String text) {
    return paint("2", text);
  }

  /** Gains. */
  public String green(String text) {
    return paint("32", text);
  }

  /** Losses and errors. */
  public String red(String text) {
    return paint("31", text);
  }

  /** What should be noticed. */
  public String yellow(String text) {
    return paint("33", text);
  }

  /** A number's text, green above zero and red under it. */
  public String signed(double value, String text) {
    if (value > 0) {
      return green(text);
    }
    return value < 0 ? red(text) : text;
  }

  private String paint(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
