package io.memu4j.internal.understand;

import java.util.List;

/** Writes the caption of a text for which a model gives none. */
@FunctionalInterface
public interface CaptionWriter {
    /** Says in one sentence what the text is, given the statements made of it. */
    String caption(UnderstandingRequest text, List<Statement> statements);
}
