/** What the user sees and types: text, tables, colours, near misses. */
@NullMarked
package io.tradewind.app.terminal;

import org.jspecify.annotations.NullMarked;
