package io.tradewind.app.config;

import java.nio.file.Path;

/** Where a value came from. */
public sealed interface Origin {

  /** In words, such as {@code tradewind.yaml line 3}. */
  String text();

  /** Nothing was said. */
  record Default() implements Origin {
    @Override
    public String text() {
      return "default";
    }
  }

  /** Settings that go together: a preset, a profile, or those that a session began with. */
  record Layer(String name) implements Origin {
    @Override
    public String text() {
      return name;
    }
  }

  /** A line of a file, from 1. */
  record File(Path file, int line) implements Origin {
    @Override
    public String text() {
      return line > 0 ? file + " line " + line : file.toString();
    }
  }

  /** An environment variable. */
  record Environment(String variable) implements Origin {
    @Override
    public String text() {
      return variable;
    }
  }

  /** A flag. */
  record Flag(String flag) implements Origin {
    @Override
    public String text() {
      return flag;
    }
  }
}
