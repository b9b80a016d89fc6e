package io.memu4j.benchmarks.quality;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A question with the messages that prove its answer.
 *
 * @param answer what a right answer says, or null where the conversation does not tell
 * @param evidence never empty
 */
record Question(String text, String category, @Nullable String answer, Set<MessageId> evidence) {
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
