package io.tradewind.core.feature;

/**
 * A handle to a feature that was asked for: the place of its values for every instrument.
 *
 * @param slot place of the main output
 * @param outputs how many outputs there are
 * @param id text of the specification and interval, for messages
 */
public record Feature(int slot, int outputs, String id) {

  /**
   * Another output of the same feature, such as the signal line of MACD.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Feature output(int output) {
    if (output < 0 || output >= outputs) {
      throw new IllegalArgumentException(
          id + " has outputs 0 to " + (outputs - 1) + ", asked for " + output);
    }
    return new Feature(slot + output, outputs - output, id);
  }
}
