/** What every venue has to do behind its port, in process or over a wire. */
@org.jspecify.annotations.NullMarked
package io.tradewind.venues.contract;
