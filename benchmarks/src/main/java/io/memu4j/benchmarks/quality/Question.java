package io.memu4j.benchmarks.quality;

import java.util.Set;

/**
 * A question with the messages that prove its answer.
 *
 * @param evidence never empty
 */
record Question(String text, String category, Set<MessageId> evidence) {
    /** Questions that the conversation does not answer, although it looks so; counted apart. */
    boolean isAdversarial() {
        return category.equals("adversarial");
    }
}
