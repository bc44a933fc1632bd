package io.tradewind.core.feature;

import java.util.List;

/** What a {@link FeatureSet} can have columns of: indicators, and functions of a window. */
public sealed interface ColumnSpec permits FeatureSpec, WindowSpec {

  /** Names what is computed, with its arguments. */
  String id();

  /** Names of the outputs, the main one first. */
  List<String> outputs();

  /** Candles after which there is a first value. */
  int warmup();

  /**
   * The id and all else that can be said of what computes it, the same in every run: two that
   * differ here are two things, whatever they are called.
   */
  String identity();
}
