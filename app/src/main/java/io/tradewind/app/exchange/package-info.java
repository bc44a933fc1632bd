/** What the simulated exchange is started with: files of faults, recordings, and its clock. */
@NullMarked
package io.tradewind.app.exchange;

import org.jspecify.annotations.NullMarked;
