/** From the text of a document to passages that can be understood by themselves. */
@NullMarked
package io.memu4j.ingest.document;

import org.jspecify.annotations.NullMarked;
