/** What is taken out of texts before they are stored or sent to a model. */
@NullMarked
package io.memu4j.internal.redact;

import org.jspecify.annotations.NullMarked;
