/** The tools of the Model Context Protocol, behind the checks of the server. */
@NullMarked
package io.memu4j.server.mcp;

import org.jspecify.annotations.NullMarked;
