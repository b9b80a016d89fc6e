/** Reading and editing what is remembered: items, categories, resources. */
@NullMarked
package io.memu4j.memory;

import org.jspecify.annotations.NullMarked;
