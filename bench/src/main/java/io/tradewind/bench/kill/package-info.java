/**
 * The trader is killed, again and again, while it trades against the simulated exchange over real
 * sockets and a real disk.
 */
@NullMarked
package io.tradewind.bench.kill;

import org.jspecify.annotations.NullMarked;
