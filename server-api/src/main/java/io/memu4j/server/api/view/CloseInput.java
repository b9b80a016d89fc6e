package io.memu4j.server.api.view;

import org.jspecify.annotations.Nullable;

/** Says that a statement does not hold any more; {@code superseded_by} is the id of the one that holds instead. */
public record CloseInput(@Nullable String supersededBy) {}
