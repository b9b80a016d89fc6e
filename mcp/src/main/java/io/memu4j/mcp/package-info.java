/** Memory as tools of the Model Context Protocol: over standard input and output, and as a servlet. */
@NullMarked
package io.memu4j.mcp;

import org.jspecify.annotations.NullMarked;
