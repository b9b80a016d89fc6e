/** Work that outlives its request. */
@NullMarked
package io.memu4j.server.api.job;

import org.jspecify.annotations.NullMarked;
