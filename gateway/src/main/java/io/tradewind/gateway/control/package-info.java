/** What people may ask of a session, and how that is read. */
@NullMarked
package io.tradewind.gateway.control;

import org.jspecify.annotations.NullMarked;
