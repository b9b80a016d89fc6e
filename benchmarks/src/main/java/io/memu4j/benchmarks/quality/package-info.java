/** How many of the messages that prove an answer are found: conversations with questions, and the measures over them. */
@NullMarked
package io.memu4j.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
