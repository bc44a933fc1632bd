/** The command line: the only main, and the only reader of the environment. */
@NullMarked
package io.tradewind.app;

import org.jspecify.annotations.NullMarked;
