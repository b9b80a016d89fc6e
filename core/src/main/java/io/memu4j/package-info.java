/** Entry point: one {@link io.memu4j.MemoryServiceFactory} per application, one {@link io.memu4j.MemoryService} per user and agent. */
@NullMarked
package io.memu4j;

import org.jspecify.annotations.NullMarked;
