package io.tradewind.app.terminal;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a command writes and reads.
 *
 * @param interactive whether a person sits before it, who sees colours and can be asked
 * @param progress tells a person who watches standard error how far a long command is
 * @param outlet where the process's own output goes to
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    InputStream in,
    boolean interactive,
    ProgressLine progress,
    Outlet outlet) {

  /** Where nobody watches. */
  public Terminal(PrintStream out, PrintStream err, InputStream in, boolean interactive) {
    this(out, err, in, interactive, ProgressLine.none());
  }

  /** With streams that are not the process's own. */
  public Terminal(
      PrintStream out,
      PrintStream err,
      InputStream in,
      boolean interactive,
      ProgressLine progress) {
    this(out, err, in, interactive, progress, new Outlet(OutputStream.nullOutputStream()));
  }

  /**
   * The process's own streams, in UTF-8 whatever the locale says.
   *
   * @param watched whether a person sees standard error as it is written
   */
  public static Terminal ofProcess(boolean interactive, boolean watched) {
    PrintStream err = stream(new FileOutputStream(FileDescriptor.err), true);
    Outlet outlet = new Outlet(new FileOutputStream(FileDescriptor.out));
    return new Terminal(
        stream(outlet, interactive),
        err,
        System.in,
        interactive,
        watched ? ProgressLine.on(err, System::nanoTime) : ProgressLine.none(),
        outlet);
  }

  private static PrintStream stream(OutputStream to, boolean flushed) {
    return new PrintStream(new BufferedOutputStream(to, 8192), flushed, StandardCharsets.UTF_8);
  }

  /** Colours, if the terminal has them. */
  public Ink ink() {
    return interactive ? Ink.COLOURED : Ink.PLAIN;
  }

  /** Asks a question; empty where nobody is there to answer. */
  public Optional<String> ask(String question) {
    if (!interactive) {
      return Optional.empty();
    }
    out.print(question + " ");
    out.flush();
    try {
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return Optional.ofNullable(reader.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
