package io.tradewind.simulation.crowd;

import io.tradewind.core.order.Side;

/** A trade that is to happen again; the quantity may be no whole lots. */
record Print(long timeNs, long priceE8, long qtyE8, Side aggressor) {}
