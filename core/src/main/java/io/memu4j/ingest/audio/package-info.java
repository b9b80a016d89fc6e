/** Recordings: their transcripts, and the text those become. */
@NullMarked
package io.memu4j.ingest.audio;

import org.jspecify.annotations.NullMarked;
