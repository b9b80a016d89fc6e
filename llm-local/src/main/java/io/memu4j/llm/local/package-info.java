/** An embedding model that runs inside the process. */
@NullMarked
package io.memu4j.llm.local;

import org.jspecify.annotations.NullMarked;
