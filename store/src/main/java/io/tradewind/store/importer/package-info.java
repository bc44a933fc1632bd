/**
 * Reads what people already have: delimited text, JSON arrays, Binance Vision archives, Parquet.
 * Begin with {@link io.tradewind.store.importer.Importer}.
 */
@NullMarked
package io.tradewind.store.importer;

import org.jspecify.annotations.NullMarked;
