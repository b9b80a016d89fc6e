/** Bytes that become text, and text that is cut: decoding, binary formats, JSON, boundaries. */
@NullMarked
package io.memu4j.ingest.text;

import org.jspecify.annotations.NullMarked;
