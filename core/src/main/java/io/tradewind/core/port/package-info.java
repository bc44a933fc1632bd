/** Where the engine's commands go. */
@NullMarked
package io.tradewind.core.port;

import org.jspecify.annotations.NullMarked;
