package io.memu4j.internal.search.rank;

import io.memu4j.internal.text.Scripts;
import io.memu4j.internal.text.WordLists;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whose words a question asks for, in a talk between a person and an assistant. */
enum AskedVoice {
    /** The person's: what the user tells is a fact about the user, and the assistant repeats it in many more words. */
    PERSON,
    /** The assistant's: "What did you recommend?" */
    ASSISTANT;

    private static final Pattern ASSISTANT_WORDS =
            Pattern.compile(WordLists.readAll(AskedVoice.class, "assistant-words.txt").stream()
                    .map(words -> Scripts.hasCjk(words)
                            ? Pattern.quote(words)
                            : "(?<![\\p{L}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])")
                    .collect(Collectors.joining("|")));

    static AskedVoice of(String question) {
        return ASSISTANT_WORDS.matcher(question.toLowerCase(Locale.ROOT)).find() ? ASSISTANT : PERSON;
    }
}
