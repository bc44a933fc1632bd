/** The configuration: every setting declared once, read from four sources, checked as a whole. */
@NullMarked
package io.tradewind.app.config;

import org.jspecify.annotations.NullMarked;
