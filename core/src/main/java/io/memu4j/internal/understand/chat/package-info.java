/** Understanding with a chat model: one call per window of text, and checked answers. */
@NullMarked
package io.memu4j.internal.understand.chat;

import org.jspecify.annotations.NullMarked;
