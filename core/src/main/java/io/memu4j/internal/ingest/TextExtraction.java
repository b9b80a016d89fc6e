package io.memu4j.internal.ingest;

import io.memu4j.internal.llm.ModelCalls;

/** Gets the text out of a source; may parse, or ask a model. */
@FunctionalInterface
interface TextExtraction {
    /**
     * The text of the source.
     *
     * @param calls the models that may be asked
     * @param checkpoint throws when the operation was cancelled; run now and then by what takes long
     * @throws io.memu4j.error.InvalidInputException when the source is broken, locked, or has no text
     * @throws io.memu4j.error.ConfigurationException when a model or program it takes is missing
     * @throws io.memu4j.error.ModelException when a model fails
     */
    SourceText text(ModelCalls calls, Runnable checkpoint);
}
