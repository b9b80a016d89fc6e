/** From a source to its text: fetching, recognising, cutting into segments, and keeping a copy. */
@NullMarked
package io.memu4j.ingest;

import org.jspecify.annotations.NullMarked;
