package io.memu4j.internal.understand;

import io.memu4j.internal.llm.CallEstimate;
import io.memu4j.internal.llm.ModelCalls;

/** Finds what is worth remembering in a text: by rules, or with a chat model. Thread-safe. */
public interface Understanding {
    /** What understands here: model, prompt version, types. Another fingerprint may give another result. Up to 200 characters. */
    String fingerprint();

    /** What {@link #understand} is going to take. No model is called. */
    CallEstimate estimate(UnderstandingRequest text);

    /** What {@link #understand} is going to take for a text of which only the length is known, in tokens. No model is called. */
    CallEstimate estimate(int textTokens);

    /**
     * Understands one text; model calls as the implementation says. A part without a usable answer is named in the result and contributes
     * nothing.
     *
     * @param models those of the operation, metered
     * @throws io.memu4j.error.ModelException when a model cannot be reached
     */
    UnderstandingResult understand(UnderstandingRequest text, ModelCalls models);
}
