/** How a session is told in JSON, and read back. */
@NullMarked
package io.tradewind.gateway.json;

import org.jspecify.annotations.NullMarked;
