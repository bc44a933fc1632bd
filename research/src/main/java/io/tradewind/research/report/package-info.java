/** What a person or a program reads of a run: figures, JSON, CSV, and one HTML file. */
@NullMarked
package io.tradewind.research.report;

import org.jspecify.annotations.NullMarked;
