package io.memu4j.benchmarks.understanding;

import io.memu4j.benchmarks.understanding.LabelledConversation.Label;
import io.memu4j.model.HappenedAt;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item that was kept of a conversation.
 *
 * @param text as readers see it
 * @param messages numbers of the messages that prove it
 * @param topics names of its categories
 * @param happenedAt the time it speaks of, or null
 */
record KeptItem(String text, String type, Set<Integer> messages, Set<String> topics, @Nullable HappenedAt happenedAt) {
    /** Whether it says the labelled sentence of that message: all of it, or most of it where it is a part. */
    boolean holds(Label label, int message) {
        if (!messages.contains(message)) {
            return false;
        }
        List<String> own = Words.of(text);
        List<String> labelled = Words.of(label.text());
        return Words.contain(own, labelled) || (own.size() * 2 >= labelled.size() && Words.contain(labelled, own));
    }

    /** Whether it holds the other sentences that it hangs on. */
    boolean holdsNeeds(Label label) {
        List<String> own = Words.of(text);
        return label.needs() == null || label.needs().stream().allMatch(needed -> Words.contain(own, Words.of(needed)));
    }
}
