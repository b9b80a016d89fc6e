/** Sentences and their speakers. */
@NullMarked
package io.memu4j.internal.understand.rules.sentence;

import org.jspecify.annotations.NullMarked;
