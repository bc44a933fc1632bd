/** Who may ask. */
@NullMarked
package io.tradewind.gateway.auth;

import org.jspecify.annotations.NullMarked;
