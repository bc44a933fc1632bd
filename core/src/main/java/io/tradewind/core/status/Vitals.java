package io.tradewind.core.status;

import java.util.List;

/**
 * How the process does, in figures; they are up to two seconds older than the rest of a status.
 *
 * @param sources what it hears, by name
 * @param buffers where things wait, by name
 * @param calls of the venue, by name
 * @param steps from market data to a fill, in their order
 */
public record Vitals(
    MemoryStatus memory,
    List<SourceStatus> sources,
    List<BufferStatus> buffers,
    List<Timing> calls,
    List<Timing> steps) {
  /** Nothing was measured. */
  public static final Vitals NONE =
      new Vitals(new MemoryStatus(0, 0, 0), List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Vitals {
    sources = List.copyOf(sources);
    buffers = List.copyOf(buffers);
    calls = List.copyOf(calls);
    steps = List.copyOf(steps);
  }
}
