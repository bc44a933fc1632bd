/** The commands, one class each, and how their arguments are read. */
@NullMarked
package io.tradewind.app.command;

import org.jspecify.annotations.NullMarked;
