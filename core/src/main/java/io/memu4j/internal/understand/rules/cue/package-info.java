/** Cues and vetoes: what counts for and against keeping a sentence. */
@NullMarked
package io.memu4j.internal.understand.rules.cue;

import org.jspecify.annotations.NullMarked;
