/** The engine: one ordered stream of events in, commands and audit records out. */
@NullMarked
package io.tradewind.core.engine;

import org.jspecify.annotations.NullMarked;
