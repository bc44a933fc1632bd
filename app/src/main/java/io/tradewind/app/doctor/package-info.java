/** Looks for what keeps Tradewind from working, and says what to do about it. */
@NullMarked
package io.tradewind.app.doctor;

import org.jspecify.annotations.NullMarked;
