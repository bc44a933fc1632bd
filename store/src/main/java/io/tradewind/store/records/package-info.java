/** What the audit tells, in tables: SQLite or PostgreSQL. */
@NullMarked
package io.tradewind.store.records;

import org.jspecify.annotations.NullMarked;
