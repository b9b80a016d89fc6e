/** Pictures: their header, and what of them is shown to a model. */
@NullMarked
package io.memu4j.ingest.image;

import org.jspecify.annotations.NullMarked;
