package io.tradewind.core.golive;

import java.util.Optional;

/**
 * Somebody goes to a stage against the gate. Made only from the very words.
 *
 * @param stage where to
 * @param timeNs when
 * @param who says so
 */
public record TypedOverride(Stage stage, long timeNs, String who) {

  /** The words that have to be typed. */
  public static String phrase(Stage stage) {
    return "I go to " + stage.text() + " against the go-live gate and bear the losses";
  }

  /** Of what was typed; empty unless it is the phrase to the letter. */
  public static Optional<TypedOverride> of(Stage stage, long timeNs, String who, String typed) {
    return typed.equals(phrase(stage)) && !who.isBlank()
        ? Optional.of(new TypedOverride(stage, timeNs, who))
        : Optional.empty();
  }
}
