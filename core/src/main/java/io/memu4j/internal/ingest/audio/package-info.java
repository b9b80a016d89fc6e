/** Recordings: transcripts beside the file or from a model. */
@NullMarked
package io.memu4j.internal.ingest.audio;

import org.jspecify.annotations.NullMarked;
