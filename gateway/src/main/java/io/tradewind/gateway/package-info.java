/** A session's door on loopback: the server, its metrics and the file that says where it is. */
@NullMarked
package io.tradewind.gateway;

import org.jspecify.annotations.NullMarked;
