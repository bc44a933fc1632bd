package io.tradewind.store.catalog;

import java.io.IOException;
import java.nio.file.Path;

/** Is told how far a write has come, so that tests can let it fail there. */
interface WriteStep {
  /** Goes on whatever happens. */
  WriteStep NONE = (step, file) -> {};

  /** The places at which a process could die. */
  enum Step {
    /** The temporary file is complete but not yet safe. */
    WRITTEN,
    /** It is safe on disk under its temporary name. */
    FLUSHED,
    /** It has its name; its directory is not yet flushed. */
    RENAMED
  }

  /** The write of a file has come to this step. */
  void reached(Step step, Path file) throws IOException;
}
