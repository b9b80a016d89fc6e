/** Decodes bytes to text, recognises binary formats, and cuts text. */
@NullMarked
package io.memu4j.internal.ingest.text;

import org.jspecify.annotations.NullMarked;
