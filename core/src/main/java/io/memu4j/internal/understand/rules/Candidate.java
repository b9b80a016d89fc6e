package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.Phrases;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.understand.rules.Salience.Judgement;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.model.HappenedAt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words of a person that may be kept.
 *
 * @param sentence the last sentence of them, which decides
 * @param text all of them, as said
 * @param passageIds what proves them
 */
record Candidate(Sentence sentence, String text, List<String> passageIds, Judgement judgement) {

    Statement statement() {
        return new Statement(judgement.type(), text, happenedAt(), passageIds, List.of())
                .saidBy(sentence.speaker().name());
    }

    Candidate provenBy(Candidate repeated) {
        List<String> ids = new ArrayList<>(passageIds);
        repeated.passageIds.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        return new Candidate(sentence, text, ids, judgement);
    }

    private @Nullable HappenedAt happenedAt() {
        return sentence.spokenTime().orElse(null);
    }

    /** What makes it a statement of its own: the speaker, the time, and the words apart from those that make no difference. */
    record Key(@Nullable String speaker, @Nullable HappenedAt when, List<String> words) {}

    Key key() {
        Language language = sentence.language();
        WordTokens tokens = WordTokens.of(text);
        Phrases filler = language.phrases(Words.FILLER);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.words().size(); i++) {
            int length = filler.wordsAt(tokens, i);
            if (length == 0) {
                words.add(full(tokens.words().get(i)));
            } else {
                i += length - 1;
            }
        }
        words.removeIf(String::isEmpty);
        return new Key(sentence.speaker().label(), happenedAt(), words);
    }

    /** "don't" is "do not"; what is left of "I'm" makes no difference. */
    private static String full(String word) {
        if (word.equals("i'm") || word.equals("we're")) {
            return word.equals("i'm") ? "" : "we";
        }
        return word.endsWith("n't") ? word.substring(0, word.length() - 3) + " not" : word;
    }
}
