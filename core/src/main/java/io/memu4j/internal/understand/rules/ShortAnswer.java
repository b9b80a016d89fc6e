package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.cue.SpecificsCue;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A short answer that means something together with the question before it: "How long have you surfed?" - "Five years!". */
final class ShortAnswer {
    private static final int MOST_WORDS = 9;
    private static final int LEAST_QUESTION_TERMS = 2;
    private static final int LONGEST_QUESTION = 160;
    private static final Pattern ASKS_FOR_A_FACT = Pattern.compile(
            "(?iu).*\\b(?:what|which|who|where|when|how (?:long|many|much|old|often|far)|what kind)\\b.*\\b(?:you|your|you['’]ve|you['’]re)\\b.*");
    private static final Pattern ASKS_BACK = Pattern.compile(
            "(?iu).*\\b(?:how are|how have you been|what's up|what about you|how about you|guess|think|feel|do you want|would you like|what else|mean|going on|happened)\\b.*");

    private ShortAnswer() {}

    /**
     * The pair in words, or empty where one of the two does not fit.
     *
     * @param question the last sentence of the message before, said by somebody else, or null
     */
    static Optional<String> worded(@Nullable Sentence question, Sentence answer) {
        if (question == null || !fits(question) || !fits(answer, question)) {
            return Optional.empty();
        }
        return Optional.of("Asked " + Attribution.inQuotes(question.text()) + ", "
                + inner(answer.speaker().label()) + " answered: "
                + Attribution.inQuotes(Attribution.closed(answer.text())));
    }

    private static boolean fits(Sentence question) {
        String text = question.text();
        return question.isQuestion()
                && question.language().isEnglish()
                && text.length() <= LONGEST_QUESTION
                && question.terms().size() >= LEAST_QUESTION_TERMS
                && ASKS_FOR_A_FACT.matcher(text).matches()
                && !ASKS_BACK.matcher(text).matches();
    }

    private static boolean fits(Sentence answer, Sentence question) {
        List<String> words = answer.tokens().words();
        boolean other =
                !answer.speaker().equals(question.speaker()) && answer.speaker().isPerson();
        boolean specific = SpecificsCue.isSpecific(answer) || !answer.times().isEmpty();
        return other
                && answer.number() == 0
                && specific
                && !words.isEmpty()
                && words.size() <= MOST_WORDS
                && !answer.isQuestion()
                && !answer.has(Words.MOOD)
                && !answer.has(Words.SECOND_PERSON)
                && !answer.has(Words.CHATTING);
    }

    private static String inner(String label) {
        return label.startsWith("The ") ? "the " + label.substring(4) : label;
    }
}
