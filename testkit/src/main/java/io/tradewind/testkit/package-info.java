/** Builders, seeded generators and tables that tests share. */
@NullMarked
package io.tradewind.testkit;

import org.jspecify.annotations.NullMarked;
