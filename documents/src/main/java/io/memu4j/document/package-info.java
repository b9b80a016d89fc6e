/** Reads web pages, PDF and Word documents for memu4j; found with {@link java.util.ServiceLoader}. */
@NullMarked
package io.memu4j.document;

import org.jspecify.annotations.NullMarked;
