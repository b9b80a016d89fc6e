/** The resources of {@code /v1}, and how they are put together. */
@NullMarked
package io.memu4j.server.api.rest;

import org.jspecify.annotations.NullMarked;
