/** Cuts documents into passages. */
@NullMarked
package io.memu4j.internal.ingest.document;

import org.jspecify.annotations.NullMarked;
