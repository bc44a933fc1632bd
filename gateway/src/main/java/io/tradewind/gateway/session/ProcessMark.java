package io.tradewind.gateway.session;

import java.time.Instant;
import java.util.Optional;

/**
 * What tells a process from all others, also from a later one that got its number.
 *
 * @param pid its number
 * @param startedMs when it began, epoch milliseconds; 0 where the system does not say
 */
public record ProcessMark(long pid, long startedMs) {
  /** Of this process. */
  public static ProcessMark own() {
    return of(ProcessHandle.current());
  }

  private static ProcessMark of(ProcessHandle process) {
    Optional<Instant> started = process.info().startInstant();
    return new ProcessMark(process.pid(), started.map(Instant::toEpochMilli).orElse(0L));
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(ProcessMark::of)
        .filter(there -> startedMs == 0 || there.startedMs == 0 || there.startedMs == startedMs)
        .isPresent();
  }
}
