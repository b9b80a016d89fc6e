/** Understanding with a chat model: a text in windows, one call each, and answers that are hostile until shown otherwise. */
@NullMarked
package io.memu4j.extract.chat;

import org.jspecify.annotations.NullMarked;
