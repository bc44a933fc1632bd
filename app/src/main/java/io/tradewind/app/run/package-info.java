/** From a configuration to a run, and from a run to what its user reads. */
@NullMarked
package io.tradewind.app.run;

import org.jspecify.annotations.NullMarked;
