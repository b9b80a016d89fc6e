package io.memu4j.benchmarks.quality;

import java.util.Set;
import java.util.TreeSet;

/**
 * A question with the messages that prove its answer.
 *
 * @param evidence never empty
 */
record Question(String text, String category, Set<MessageId> evidence) {
    /** Questions that the conversation does not answer, although it looks so; counted apart. */
    static final String ADVERSARIAL = "adversarial";

    /** The category of questions that have none. */
    static final String NO_CATEGORY = "uncategorised";

    boolean isAdversarial() {
        return category.equals(ADVERSARIAL);
    }

    /** The sessions that the evidence is in. */
    Set<Integer> sessions() {
        Set<Integer> sessions = new TreeSet<>();
        evidence.forEach(message -> sessions.add(message.session()));
        return sessions;
    }
}
