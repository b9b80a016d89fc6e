/** Times as people write them: from "last Friday" to a span of local time. */
@NullMarked
package io.memu4j.time;

import org.jspecify.annotations.NullMarked;
