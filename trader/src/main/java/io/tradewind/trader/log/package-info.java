/** What a session does, as lines of JSON in files that turn over, without a secret. */
@NullMarked
package io.tradewind.trader.log;

import org.jspecify.annotations.NullMarked;
