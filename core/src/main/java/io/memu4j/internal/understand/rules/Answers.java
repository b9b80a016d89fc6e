package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Cues;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the question that a short answer replies to: the last one that it fits by its form. */
final class Answers {
    private static final int MOST_WORDS = 30;
    private static final int MOST_OF_WHOLE = 14;
    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_NOUN = 6;
    private static final int LONGEST_DECISION = 12;
    private static final Set<String> YES_NO = RuleWords.of("Answers.yes_no");
    private static final Set<String> AUXILIARY = RuleWords.of("Answers.auxiliary");
    /** With them a question for yes or no asks which: "Do you have any hobbies?". */
    private static final Set<String> EXISTS = RuleWords.of("Answers.exists");

    /** Begins a reaction to what was said. */
    private static final Set<String> REACTIONS = RuleWords.of("Answers.reactions");

    private static final Set<String> CHATTY = RuleWords.of("Answers.chatty");
    private static final Set<String> NAMES = Set.of("name", "names", "named", "called", "who");
    private static final Set<String> PLACES = RuleWords.of("Answers.places");

    /**
     * A question.
     *
     * @param asked the sentence that asks
     * @param whole it, with the sentence it goes on from
     */
    record Question(Sentence asked, Sentence whole) {}

    /** What a question asks for. */
    private enum Form {
        YES_OR_NO,
        TIME,
        PLACE,
        NAME,
        NUMBER,
        WHICH,
        OTHER
    }

    private Answers() {}

    /**
     * The question among these that is answered, or empty.
     *
     * @param first the first sentence of the answer, which shows its form
     */
    static Optional<Sentence> questionOf(List<Question> questions, Sentence first, Sentence answer) {
        if (questions.isEmpty() || !mayAnswer(answer)) {
            return Optional.empty();
        }
        boolean asksForName = questions.stream().anyMatch(question -> form(question.asked()) == Form.NAME);
        for (int i = questions.size() - 1; i >= 0; i--) {
            Question question = questions.get(i);
            boolean fits =
                    !question.asked().language().isEnglish() || fits(form(question.asked()), first, !asksForName);
            if (fits) {
                boolean says = says(question.asked(), answer) || decides(question.asked(), first);
                return says && asksForAFact(question) ? Optional.of(question.whole()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether an answer has words that tell more than the question does, and no mere reaction. */
    private static boolean says(Sentence question, Sentence answer) {
        if (answer.language().isUnspaced()) {
            return true;
        }
        List<String> asked = question.terms();
        long telling = Salience.telling(answer).stream()
                .filter(word -> asked.stream().noneMatch(word::equals)
                        && !answer.language().phrases(Words.OPENING).has(word)
                        && !answer.language().phrases(Words.ADVERB).has(word))
                .count();
        boolean vague = question.tokens().words().stream().anyMatch(EXISTS::contains)
                || asksHowItIs(question)
                || Wholeness.of(answer) == Wholeness.WHOLE;
        return telling - answer.addressed() > (vague ? 1 : 0) && !answer.isEmpty();
    }

    private static boolean asksHowItIs(Sentence question) {
        return question.word(0).equals("how's")
                || (question.word(0).equals("how")
                        && question.language().phrases(Words.BE).has(question.word(1)));
    }

    /** Whether "yes" or "no" alone tells something: "Do you smoke?". */
    private static boolean decides(Sentence question, Sentence answer) {
        boolean yesOrNo = !answer.tokens().words().isEmpty()
                && YES_NO.contains(answer.tokens().words().get(0));
        double weight = Cues.in(question.tokens(), question.language()).stream()
                .mapToDouble(Cues.Cue::weight)
                .sum();
        return yesOrNo && question.size() < LONGEST_DECISION && weight >= 2 && question.has(Words.SECOND_PERSON);
    }

    private static boolean mayAnswer(Sentence answer) {
        return answer.speaker().isPerson()
                && !answer.isQuestion()
                && answer.tokens().words().size()
                        <= (Wholeness.of(answer) == Wholeness.WHOLE ? MOST_OF_WHOLE : MOST_WORDS)
                && answer.count(Words.MOOD) < 2
                && !answer.has(Words.SECOND_PERSON)
                && !reacts(answer)
                && !answer.startsWith(Words.BASE);
    }

    /** "Thanks for the tip", "that was wild". */
    private static boolean reacts(Sentence answer) {
        WordTokens tokens = answer.tokens();
        boolean thanks = answer.language().phrases(Words.GREETING).wordsAt(tokens, 0)
                > answer.language().phrases(Words.OPENING).wordsAt(tokens, 0);
        boolean praises = (REACTIONS.contains(answer.word(0)) && !answer.has(Words.NAMED))
                || tokens.words().contains("sorry");
        return thanks || praises || (answer.startsWith(Words.GREETING) && !answer.startsWith(Words.UNNAMED));
    }

    private static boolean asksForAFact(Question whole) {
        Sentence question = whole.asked();
        List<String> words = question.tokens().words();
        boolean chatty = (words.size() < 7 && words.stream().anyMatch(CHATTY::contains))
                || (question.has(Words.MOOD) && words.size() < 6);
        boolean unspaced = question.language().isUnspaced();
        return whole.whole().text().length() <= LONGEST_QUESTION
                && !chatty
                && (unspaced || words.size() > (question.language().isEnglish() ? 2 : 1))
                && (unspaced || !Salience.telling(question).isEmpty())
                && !words.get(0).equals("why")
                && (!question.language().isEnglish()
                        || question.startsWith(Words.QUESTION)
                        || words.contains("what")
                        || words.contains("where")
                        || words.contains("when"))
                && (unspaced || !question.language().isEnglish() || !Pronouns.pointBack(whole.whole()))
                && (question.has(Words.SECOND_PERSON)
                        || !question.language().isEnglish()
                        || question.terms().size() > 1);
    }

    private static Form form(Sentence question) {
        String first = question.word(0);
        String second = question.word(1);
        List<String> words = question.tokens()
                .words()
                .subList(question.start(), question.tokens().words().size());
        if (AUXILIARY.contains(first)) {
            boolean which = words.stream().anyMatch(EXISTS::contains);
            return which ? Form.WHICH : Form.YES_OR_NO;
        }
        if (words.stream().anyMatch(NAMES::contains)) {
            return Form.NAME;
        }
        boolean when = words.contains("when")
                || (words.contains("how") && (words.contains("long") || words.contains("often")));
        if (when
                || (first.equals("what")
                        && Set.of("time", "day", "date", "year").contains(second))) {
            return Form.TIME;
        }
        if (words.contains("where")) {
            return Form.PLACE;
        }
        return words.contains("how") && (words.contains("many") || words.contains("much") || words.contains("old"))
                ? Form.NUMBER
                : Form.OTHER;
    }

    private static boolean fits(Form form, Sentence answer, boolean mayName) {
        List<String> words = answer.tokens().words();
        boolean yesOrNo = !words.isEmpty() && YES_NO.contains(words.get(0));
        boolean names = answer.language().isEnglish() && isNames(answer);
        boolean number = answer.tokens().lower().chars().anyMatch(Character::isDigit)
                || answer.spokenTime().isPresent()
                || answer.has(Words.DETERMINER);
        return switch (form) {
            case YES_OR_NO -> yesOrNo || (answer.size() < LONGEST_NOUN && answer.startsWith(Words.DETERMINER));
            case TIME, NUMBER -> number && !names;
            case PLACE -> !yesOrNo && (words.stream().anyMatch(PLACES::contains) || names);
            case NAME -> !yesOrNo && (names || hasCapital(answer));
            case WHICH -> yesOrNo || answer.has(Words.FIRST_PERSON) || number || hasCapital(answer) || names;
            case OTHER -> (mayName || !names) && (!yesOrNo || words.get(0).equals("i"));
        };
    }

    /** "Max and Daisy." */
    private static boolean isNames(Sentence answer) {
        List<String> words = answer.tokens().words();
        return words.size() < 6
                && IntStream.range(0, words.size())
                        .allMatch(i -> answer.isCapital(i) || words.get(i).equals("and"));
    }

    private static boolean hasCapital(Sentence answer) {
        return IntStream.range(1, answer.tokens().words().size()).anyMatch(answer::isCapital);
    }
}
