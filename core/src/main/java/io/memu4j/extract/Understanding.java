package io.memu4j.extract;

import io.memu4j.llm.CallEstimate;
import io.memu4j.llm.ModelCalls;

/** Finds what is worth remembering in a text: by rules, or with a chat model. Thread-safe. */
public interface Understanding {
    /** What understands here: model, prompt version, types. Another fingerprint may give another result. Up to 200 characters. */
    String fingerprint();

    /** What {@link #understand} is going to take. No model is called. */
    CallEstimate estimate(ToUnderstand text);

    /** What {@link #understand} is going to take for a text of which only the length is known, in tokens. No model is called. */
    CallEstimate estimate(int textTokens);

    /**
     * Understands one text; model calls as the implementation says. A part without a usable answer is named in the result and contributes
     * nothing.
     *
     * @param models those of the operation, metered
     * @throws io.memu4j.error.ModelException when a model cannot be reached
     */
    Understood understand(ToUnderstand text, ModelCalls models);
}
