/** Files of signals that were made elsewhere. */
@NullMarked
package io.tradewind.research.signalfile;

import org.jspecify.annotations.NullMarked;
