/** Streams of any venue: one socket class with watchdog, reconnection and renewal. */
@NullMarked
package io.tradewind.venues.stream;

import org.jspecify.annotations.NullMarked;
