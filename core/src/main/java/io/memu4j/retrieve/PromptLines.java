package io.memu4j.retrieve;

import io.memu4j.internal.prompt.SafeLine;
import io.memu4j.internal.search.text.Excerpts;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.model.Category;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a result as lines of a prompt, long texts cut to what speaks to the question. */
final class PromptLines {
    /** Longest text of a passage, in tokens; a message of a chat is seldom longer. */
    private static final int LONGEST_PASSAGE = 80;
    /** Longest text of a message that is shown because of its neighbour. */
    private static final int LONGEST_NEIGHBOUR = 40;
    /** Most sentences of a topic. */
    private static final int TOPIC_SENTENCES = 5;
    /** Share of a statement's words that a passage must hold to say the same. */
    private static final double SAME = 0.9;

    private final Excerpts excerpts;

    PromptLines(Excerpts excerpts) {
        this.excerpts = excerpts;
    }

    String statement(RetrieveResult.ScoredItem found) {
        MemoryItem item = found.value();
        String speaker = item.speaker() == null ? "" : SafeLine.of(item.speaker()) + ": ";
        return day(item.saidAt())
                + speaker
                + SafeLine.of(item.summary())
                + happened(item.summary(), item.happenedAt())
                + ItemStanding.of(item);
    }

    /** @param happened when something happened that the passage tells, or null */
    String passage(Passage passage, boolean neighbour, @Nullable HappenedAt happened) {
        String text = excerpts.of(passage.text(), neighbour ? LONGEST_NEIGHBOUR : LONGEST_PASSAGE);
        String speaker = passage.speaker() == null ? "" : SafeLine.of(passage.speaker()) + ": ";
        return day(passage.saidAt()) + speaker + SafeLine.of(text) + happened(text, happened);
    }

    /** Returns the sentences of the topic that speak to the question; empty if none does. */
    String topic(Category category) {
        List<String> sentences = excerpts.best(category.summary(), TOPIC_SENTENCES);
        return sentences.isEmpty()
                ? ""
                : SafeLine.of(category.name()) + ": " + SafeLine.of(String.join(" ", sentences));
    }

    /** Returns the caption. Says nothing of where the source lies: paths of a machine answer no question. */
    static String source(Resource resource) {
        String caption = resource.caption();
        return caption == null ? "" : SafeLine.of(caption);
    }

    /** Tells whether a line says all that a text says, apart from names of speakers. */
    static boolean says(String line, String text, @Nullable String speaker) {
        Set<String> words = new HashSet<>(WordTokens.of(text).words());
        if (speaker != null) {
            words.removeAll(WordTokens.of(speaker).words());
        }
        int all = words.size();
        words.retainAll(new HashSet<>(WordTokens.of(line).words()));
        return words.size() >= SAME * all;
    }

    private static String day(@Nullable OffsetDateTime saidAt) {
        return saidAt == null ? "" : "[" + saidAt.toLocalDate() + "] ";
    }

    private static String happened(String text, @Nullable HappenedAt when) {
        return when == null || text.contains(when.inEnglish()) ? "" : " (" + when.inEnglish() + ")";
    }
}
