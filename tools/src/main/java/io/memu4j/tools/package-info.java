/** What a model may do with a memory: the tools, whatever protocol or framework they are offered by. */
@NullMarked
package io.memu4j.tools;

import org.jspecify.annotations.NullMarked;
