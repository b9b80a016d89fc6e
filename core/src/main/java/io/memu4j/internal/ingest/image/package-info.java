/** Images: their header, and what a model is shown of them. */
@NullMarked
package io.memu4j.internal.ingest.image;

import org.jspecify.annotations.NullMarked;
