package io.tradewind.app.command;

/** What a command answers to its shell. */
public final class ExitCode {
  /** All went well. */
  public static final int OK = 0;

  /** A fault of Tradewind. */
  public static final int OUR_FAULT = 1;

  /** Something that the user has to change. */
  public static final int USER_MISTAKE = 2;

  /** An examination found something wrong. */
  public static final int FOUND = 3;

  /** An examination found nothing, but there was too little to find it in. */
  public static final int WEAK = 4;

  private ExitCode() {}
}
