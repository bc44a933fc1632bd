/** A simulated exchange and a paper trader on it, in one process. */
@NullMarked
package io.tradewind.app.demo;

import org.jspecify.annotations.NullMarked;
