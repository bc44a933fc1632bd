package io.tradewind.app.session;

import io.tradewind.app.terminal.Ink;
import io.tradewind.app.terminal.Terminal;
import io.tradewind.core.status.TraderStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Shows a session to who started it: on a terminal a screen that is drawn anew, with the latest
 * events under it; elsewhere a line for each event, and now and then how it stands. Who shows never
 * waits for the terminal.
 */
final class SessionView implements AutoCloseable {
  private static final String SCREEN = "\u001b[?1049h\u001b[?25l";
  private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
  private static final String HOME = "\u001b[H";
  private static final String REST_OF_LINE = "\u001b[K";
  private static final String REST = "\u001b[J";
  private static final char ESCAPE = '\u001b';
  private static final int KEPT = 200;
  private static final int LEAST_EVENTS = 4;

  private final PatientOut out;
  private final Ink ink;
  private final boolean isScreen;
  private final int rows;
  private final int columns;
  private final Deque<String> events = new ArrayDeque<>();
  private boolean isDrawn;

  /**
   * On a terminal.
   *
   * @param rows how high it is
   * @param columns how wide it is
   */
  SessionView(Terminal terminal, int rows, int columns) {
    this.out = new PatientOut(terminal.out());
    this.ink = terminal.ink();
    this.isScreen = terminal.interactive();
    this.rows = rows;
    this.columns = columns;
  }

  /** Whether it is drawn anew. */
  boolean isScreen() {
    return isScreen;
  }

  /** Something happened. */
  void event(String line) {
    events.addLast(line);
    if (events.size() > KEPT) {
      events.removeFirst();
    }
    if (!isScreen) {
      out.print(line + System.lineSeparator());
    }
  }

  /** Shows how it stands. */
  void show(TraderStatus status, String foot) {
    StatusText text = new StatusText(status, ink);
    if (!isScreen) {
      out.print(
          text.headline()
              + "  "
              + text.account().getFirst()
              + "  positions "
              + status.positions().size()
              + System.lineSeparator());
      return;
    }
    if (!out.isIdle()) {
      return;
    }
    List<String> lines = new ArrayList<>(text.lines());
    lines.add("");
    int room = Math.max(LEAST_EVENTS, rows - lines.size() - 2);
    events.stream().skip(Math.max(0, events.size() - room)).forEach(lines::add);
    while (lines.size() < rows - 1) {
      lines.add("");
    }
    lines.subList(Math.max(1, rows - 1), lines.size()).clear();
    draw(lines, foot);
  }

  private void draw(List<String> lines, String foot) {
    StringBuilder frame = new StringBuilder(isDrawn ? HOME : SCREEN + HOME);
    isDrawn = true;
    lines.forEach(line -> frame.append(cut(line)).append(REST_OF_LINE).append("\r\n"));
    frame.append(ink.faint(cut(foot))).append(REST_OF_LINE).append(REST);
    out.print(frame.toString());
  }

  /** What is seen of a line, with its colours. */
  private String cut(String line) {
    int seen = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == ESCAPE) {
        i = Math.max(i, line.indexOf('m', i));
      } else if (++seen > columns) {
        return line.substring(0, i) + (ink == Ink.COLOURED ? "\u001b[0m" : "");
      }
    }
    return line;
  }

  /** Gives the terminal back. */
  @Override
  public void close() {
    if (isDrawn) {
      out.print(LEAVE);
      isDrawn = false;
    }
    out.close();
  }
}
