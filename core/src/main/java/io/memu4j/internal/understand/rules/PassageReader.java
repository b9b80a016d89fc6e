package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.Answers.Question;
import io.memu4j.internal.understand.rules.Salience.Judgement;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.internal.understand.rules.sentence.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cuts out of one passage what is worth keeping: a sentence, or a run of sentences where one hangs on the one before, or a question of
 * somebody else with its answer.
 */
final class PassageReader {
    private static final int LONGEST_RUN = 3;
    private static final int LONGEST_STATEMENT = 600;
    private static final int PER_PARAGRAPH = 2;

    private final Salience salience;
    private final List<Question> questions;
    private final boolean toAssistant;

    /**
     * @param questions what somebody else asked right before, in order; each with the sentence it goes on from
     * @param toAssistant whether no other person takes part
     */
    PassageReader(Salience salience, List<Question> questions, boolean toAssistant) {
        this.salience = salience;
        this.questions = questions;
        this.toAssistant = toAssistant;
    }

    /** The statements of a passage, in its order. */
    List<Candidate> read(List<Sentence> sentences) {
        if (sentences.isEmpty() || sentences.get(0).speaker().kind() == Speaker.Kind.ASSISTANT) {
            return List.of();
        }
        List<Sentence> own = OwnWords.of(sentences);
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            int first = firstOfRun(own, i);
            Optional<Candidate> candidate = first >= 0 ? run(own, first, i) : Optional.empty();
            if (candidate.isEmpty() && i == answerAt(own)) {
                candidate = answer(own, i);
            }
            if (candidate.isPresent() && candidate.get().text().length() <= LONGEST_STATEMENT) {
                boolean continued = first >= 0 && first < i;
                if (continued
                        && !found.isEmpty()
                        && found.get(found.size() - 1).sentence().number()
                                >= own.get(first).number()) {
                    found.remove(found.size() - 1);
                }
                found.add(candidate.get());
            }
        }
        return sentences.get(0).speaker().kind() == Speaker.Kind.AUTHOR ? best(found) : found;
    }

    /** The index of the sentence with which sentence {@code at} is understood, or -1. */
    private int firstOfRun(List<Sentence> own, int at) {
        for (int first = at; first >= 0 && at - first < LONGEST_RUN; first--) {
            Sentence sentence = own.get(first);
            boolean gap = first < at && own.get(first + 1).number() != sentence.number() + 1;
            if (gap || (first < at && !leadsOn(sentence))) {
                return -1;
            }
            if (first == at && toAssistant && Salience.isInstruction(sentence) && !Pronouns.pointBack(sentence)) {
                return at;
            }
            Wholeness whole = Wholeness.of(joined(own, first, at));
            if (whole == Wholeness.WHOLE && (first == at || Wholeness.of(sentence) == Wholeness.WHOLE)) {
                return first;
            }
            if (first == at && !hangs(sentence) && sentence.tellsFact()) {
                return at;
            }
            if (first == at && Wholeness.of(sentence) == Wholeness.FRAGMENT) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean hangs(Sentence sentence) {
        return Wholeness.goesOn(sentence) || (sentence.language().isEnglish() && sentence.startsWith(Words.UNNAMED));
    }

    /** Whether the next sentence may hang on it. */
    private static boolean leadsOn(Sentence sentence) {
        boolean asks = sentence.isQuestion() && !sentence.startsWith(Words.FIRST_PERSON);
        return !asks && !sentence.startsWith(Words.GREETING) && !sentence.has(Words.SECOND_PERSON);
    }

    private Optional<Candidate> run(List<Sentence> own, int first, int last) {
        Sentence sentence = own.get(last);
        Optional<Judgement> judgement = salience.judge(sentence, first < last ? own.get(first) : null, toAssistant);
        return judgement.map(j -> new Candidate(
                sentence,
                joined(own, first, last).text(),
                List.of(sentence.passage().id()),
                j));
    }

    /** Only the first words of a message answer. */
    private static int answerAt(List<Sentence> own) {
        return own.get(0).number() == 0 ? 0 : -1;
    }

    private Optional<Candidate> answer(List<Sentence> own, int at) {
        int last = lastOfAnswer(own, at);
        Sentence answer = joined(own, at, last);
        return Answers.questionOf(questions, own.get(at), answer).flatMap(question -> salience.ofAnswer(
                        question, answer)
                .map(judgement -> new Candidate(
                        answer,
                        question.text() + " / " + answer.text(),
                        List.of(question.passage().id(), answer.passage().id()),
                        judgement)));
    }

    /** "Yes!" alone says little: what follows it goes with it, and what hangs on that. */
    private static int lastOfAnswer(List<Sentence> own, int at) {
        int last = at;
        while (last + 1 < own.size() && last - at + 1 < LONGEST_RUN) {
            Sentence next = own.get(last + 1);
            boolean empty = joined(own, at, last).isEmpty();
            boolean hangs = Wholeness.of(next) == Wholeness.HANGS
                    && !next.has(Words.CHATTER)
                    && !next.startsWith(Words.GREETING)
                    && !next.has(Words.MOOD);
            if (next.isQuestion() || next.number() != own.get(last).number() + 1 || (!empty && !hangs)) {
                return last;
            }
            last++;
        }
        return last;
    }

    static Sentence joined(List<Sentence> own, int first, int last) {
        Sentence start = own.get(first);
        if (first == last) {
            return start;
        }
        StringBuilder text = new StringBuilder(start.text());
        for (int i = first + 1; i <= last; i++) {
            text.append(' ').append(own.get(i).text());
        }
        return start.withText(text.toString());
    }

    /** A paragraph of a document gives few statements, its best. */
    private static List<Candidate> best(List<Candidate> found) {
        List<Candidate> best = found.stream()
                .sorted(Comparator.comparingDouble(
                        (Candidate c) -> -c.judgement().score()))
                .limit(PER_PARAGRAPH)
                .toList();
        return found.stream().filter(best::contains).toList();
    }
}
