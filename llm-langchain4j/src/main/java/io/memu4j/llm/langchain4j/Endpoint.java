package io.memu4j.llm.langchain4j;

import org.jspecify.annotations.Nullable;

/**
 * A model as errors name it.
 *
 * @param kind what it is, for example {@code chat model}
 * @param name the model's name
 * @param host where it is asked, or null for a model of the application
 * @param keyRemedy what to do about a refused key, a full sentence
 * @param modelRemedy what to do about an unknown model, a full sentence
 */
record Endpoint(String kind, String name, @Nullable String host, String keyRemedy, String modelRemedy) {
    private static final String THEIRS = "Check how the application made it.";

    /** A model handed in by the application. */
    static Endpoint ofApplication(String kind, String name) {
        return new Endpoint(kind, name, null, THEIRS, THEIRS);
    }

    /** What to do where a request is too long, full sentences. */
    String lengthRemedy() {
        return kind.startsWith("embedding")
                ? "Say with ModelLimits.withMaxEmbeddedTokens(..) how long a text the model takes: longer ones are cut"
                        + " to that."
                : "Say with ModelLimits.withContextTokens(..) what the model takes, and texts are asked about in"
                        + " smaller parts; or use a model that takes more.";
    }

    /** The beginning of a sentence. */
    String subject() {
        return "The " + kind + " '" + name + "'" + (host == null ? "" : " at " + host);
    }
}
