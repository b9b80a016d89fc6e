/** What an application may watch: operations on memories, and the model calls inside them. No text and no id of a person. */
@NullMarked
package io.memu4j.observe;

import org.jspecify.annotations.NullMarked;
