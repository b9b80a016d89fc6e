/** Links items to categories and writes the running summaries. */
@NullMarked
package io.memu4j.internal.category;

import org.jspecify.annotations.NullMarked;
