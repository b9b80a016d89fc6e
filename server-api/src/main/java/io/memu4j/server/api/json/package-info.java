/** JSON as the interface reads and writes it, and the refusals of a body that cannot be read. */
@NullMarked
package io.memu4j.server.api.json;

import org.jspecify.annotations.NullMarked;
