/** What whoever asks a server needs, whether for a source or a model. */
@NullMarked
package io.memu4j.http;

import org.jspecify.annotations.NullMarked;
