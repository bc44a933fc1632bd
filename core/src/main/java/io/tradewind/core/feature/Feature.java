package io.tradewind.core.feature;

import java.util.List;

/**
 * A handle to a feature that was asked for: the place of its values for every instrument.
 *
 * @param slot place of the main output
 * @param outputs names of the outputs from there on, the main one first
 * @param id text of the specification and interval, for messages
 */
public record Feature(int slot, List<String> outputs, String id) {

  /** Keeps its own copy. */
  public Feature {
    outputs = List.copyOf(outputs);
  }

  /**
   * Another output of the same feature, such as the signal line of MACD.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Feature output(int output) {
    if (output < 0 || output >= outputs.size()) {
      throw new IllegalArgumentException(
          id + " has outputs 0 to " + (outputs.size() - 1) + ", asked for " + output);
    }
    return new Feature(slot + output, outputs.subList(output, outputs.size()), id);
  }

  /**
   * Another output by its name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Feature output(String output) {
    int at = outputs.indexOf(output);
    if (at < 0) {
      throw new IllegalArgumentException(
          id + " has outputs " + outputs + ", asked for '" + output + "'");
    }
    return output(at);
  }
}
