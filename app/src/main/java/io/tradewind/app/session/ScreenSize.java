package io.tradewind.app.session;

/** How large a terminal is, in characters. */
public record ScreenSize(int rows, int columns) {
  private static final ScreenSize USUAL = new ScreenSize(30, 110);
  private static final String SIZE = "tradewind.terminal.size";

  /** As the launcher found it, {@code rows columns}; a usual one where it did not. */
  public static ScreenSize ofProcess() {
    String[] parts = System.getProperty(SIZE, "").strip().split(" ", -1);
    if (parts.length == 2 && parts[0].matches("[0-9]{1,4}") && parts[1].matches("[0-9]{1,4}")) {
      int rows = Integer.parseInt(parts[0]);
      int columns = Integer.parseInt(parts[1]);
      return rows > 0 && columns > 0 ? new ScreenSize(rows, columns) : USUAL;
    }
    return USUAL;
  }
}
