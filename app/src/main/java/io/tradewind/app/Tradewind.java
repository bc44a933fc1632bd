package io.tradewind.app;
/** x. */
public final class Tradewind { private Tradewind() {}
  /** x. */
  public static void main(String[] args) { System.out.println("hello"); } }
