package io.memu4j.benchmarks.quality;

import io.memu4j.model.ConversationMessage;
import java.util.List;
import java.util.SortedMap;

/**
 * A long conversation and questions about it.
 *
 * @param name of its folder
 * @param sessions messages by number of session
 * @param questions those that have evidence
 * @param withoutEvidence how many questions were left out because nothing proves their answer
 */
record Conversation(
        String name,
        SortedMap<Integer, List<ConversationMessage>> sessions,
        List<Question> questions,
        int withoutEvidence) {
    /** Under another name. */
    Conversation named(String other) {
        return new Conversation(other, sessions, questions, withoutEvidence);
    }
}
