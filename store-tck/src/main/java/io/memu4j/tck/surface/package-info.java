/** Scenarios that every way to a memory must pass alike: the library, REST, MCP and the page. */
@NullMarked
package io.memu4j.tck.surface;

import org.jspecify.annotations.NullMarked;
