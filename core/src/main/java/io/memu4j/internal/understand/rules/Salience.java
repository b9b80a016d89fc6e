package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Cues;
import io.memu4j.internal.text.Cues.Cue;
import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.internal.understand.rules.sentence.Speaker;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a sentence is worth remembering, and as what. The rows of {@code cues.txt} speak for it, with the speaker, names, numbers
 * and times; talk about the talk, moods and vague words speak against it.
 */
final class Salience {
    private static final double ENOUGH = 3;
    private static final double ENOUGH_OF_ANSWER = 1.5;
    private static final double MOST_OF_CUES = 4;

    private static final List<Words> NOT_PLAIN = List.of(Words.SECOND_PERSON, Words.CHATTER, Words.POSSIBLE);
    private static final Set<String> PASSING = RuleWords.of("Salience.passing");
    /** What asks somebody at the end of a sentence that may start with the speaker. */
    private static final Set<String> ASKS = RuleWords.of("Salience.asks");

    private static final Set<String> STATES = RuleWords.of("Salience.states");

    /** "I", and not "we". */
    private static final Set<String> SINGULAR = RuleWords.of("Salience.singular");

    private static final Set<String> WE = RuleWords.of("Salience.we");
    private static final int WE_WITHIN = 4;

    private final List<MemoryType> types;

    /** @param types those that may be given; a sentence that fits none of them is not remembered */
    Salience(List<MemoryType> types) {
        this.types = List.copyOf(types);
    }

    /** What a sentence is worth. */
    record Judgement(MemoryType type, double score) {}

    /**
     * The judgement of a sentence worth remembering, or empty.
     *
     * @param before the sentence it goes on from, or null
     * @param toAssistant whether nobody else listens
     */
    Optional<Judgement> judge(Sentence sentence, @Nullable Sentence before, boolean toAssistant) {
        boolean reports = sentence.reports();
        WordTokens tokens = reports ? WordTokens.of(sentence.text()) : sentence.tokens();
        List<Cue> cues = Cues.in(tokens, sentence.language());
        boolean instruction = toAssistant && isInstruction(sentence);
        boolean told =
                !sentence.startsWith(Words.GREETING) && !sentence.isQuestion() && !sentence.startsWith(Words.QUESTION);
        boolean known = sentence.language().knows(tokens) || sentence.has(Words.NAMED);
        if (!instruction && (!told || !known)) {
            return Optional.empty();
        }
        if (isOfAll(sentence)) {
            return Optional.empty();
        }
        double score = score(sentence, cues) + (before != null && before.has(Words.FIRST_PERSON) ? 1 : 0);
        score += reports ? 1 : 0;
        boolean plain = isPlain(sentence, before, cues) || (!sentence.has(Words.CHATTER) && sentence.tellsFact());
        boolean says = telling(sentence).size() > leastTelling(sentence);
        return (score >= ENOUGH && says) || instruction || plain
                ? judged(sentence, cues, isOwn(sentence) || isNamed(sentence, 0), instruction, score)
                : Optional.empty();
    }

    /** The judgement of an answer that is remembered with its question, or empty where the two say little. */
    Optional<Judgement> ofAnswer(Sentence question, Sentence answer) {
        List<Cue> cues = new ArrayList<>(Cues.in(question.tokens(), question.language()));
        cues.addAll(Cues.in(answer.tokens(), answer.language()));
        double score =
                Math.min(MOST_OF_CUES, cues.stream().mapToDouble(Cue::weight).sum());
        score += question.has(Words.SECOND_PERSON) || !question.language().isEnglish() ? 1.25 : 0;
        score += isNamed(answer, 1) ? 0.75 : 0;
        score += hasNumber(answer) || answer.spokenTime().isPresent() ? 0.75 : 0;
        score += 0.25 * Math.min(4, answer.terms().size());
        score -= 0.75 * (answer.count(Words.MOOD) + answer.count(Words.VAGUE)) + 2 * answer.count(Words.CHATTER);
        return score >= ENOUGH_OF_ANSWER ? judged(answer, cues, true, false, score) : Optional.empty();
    }

    /** Whether it tells the assistant what to remember or how to answer. */
    static boolean isInstruction(Sentence sentence) {
        boolean asks = sentence.isQuestion() && !sentence.word(1).equals("you");
        boolean told =
                !asks && !sentence.word(0).equals("do") && !sentence.word(0).equals("did");
        boolean addressed = !sentence.startsWith(Words.FIRST_PERSON)
                || sentence.startsWith(Words.OBJECT)
                || ASKS.stream().anyMatch(sentence.tokens().lower()::contains);
        return sentence.speaker().isPerson()
                && told
                && Cues.in(sentence.tokens(), sentence.language()).stream()
                        .anyMatch(cue -> cue.kind().equals("instruction")
                                && (addressed || cue.name().equals("answers")));
    }

    /**
     * Whether a person tells something of themselves or of what is particular, without talk and cases. Each mood or vague word in it wants
     * one more word that says something.
     */
    private static boolean isPlain(Sentence sentence, @Nullable Sentence before, List<Cue> cues) {
        boolean own = isOwn(sentence) || (before != null && isOwn(before));
        boolean told = !sentence.language().isEnglish() || own || Verbs.follows(sentence, sentence.start());
        int empty = empty(sentence);
        if (!told
                || !sentence.speaker().isPerson()
                || !sentence.language().hasRules()
                || (empty > 0 && sentence.language().isUnspaced())
                || NOT_PLAIN.stream().anyMatch(sentence::has)) {
            return false;
        }
        List<String> terms = telling(sentence);
        return terms.size() > 1
                ? terms.size() > 1 + empty && (own || isParticular(sentence, cues))
                : empty == 0
                        && isOwn(sentence)
                        && terms.stream()
                                .anyMatch(term -> term.contains("-") || !(term.endsWith("ing") || term.endsWith("ed")));
    }

    private static int empty(Sentence sentence) {
        return sentence.count(Words.MOOD) + sentence.count(Words.VAGUE);
    }

    private static int leastTelling(Sentence sentence) {
        return (empty(sentence) + 1) / 2;
    }

    /** The words that say something. */
    static List<String> telling(Sentence sentence) {
        Language language = sentence.language();
        return sentence.terms().stream()
                .filter(term -> !PASSING.contains(term)
                        && !language.phrases(Words.MOOD).has(term)
                        && !language.phrases(Words.VAGUE).has(term))
                .toList();
    }

    /** Whether the speaker tells of themselves, by a pronoun or with one left out. */
    private static boolean isOwn(Sentence sentence) {
        return (sentence.isOwn() && !isOfEverybody(sentence)) || Wholeness.leavesOutI(sentence);
    }

    /** "Exams can be hard": no fact about anybody. */
    private static boolean isOfAll(Sentence sentence) {
        return sentence.speaker().isPerson()
                && Wholeness.isGeneral(sentence)
                && sentence.tokens().words().stream().noneMatch(SINGULAR::contains)
                && !isNamed(sentence, 1)
                && !hasNumber(sentence)
                && sentence.spokenTime().isEmpty();
    }

    /** "Moments like these remind us what we have": there "we" is everybody. */
    private static boolean isOfEverybody(Sentence sentence) {
        if (!sentence.language().isEnglish()
                || sentence.tokens().words().stream().anyMatch(SINGULAR::contains)) {
            return false;
        }
        return IntStream.range(0, WE_WITHIN).mapToObj(sentence::word).noneMatch(WE::contains);
    }

    /** Whether it is about somebody or something named, at a time, counted, or of a row of the table. */
    private static boolean isParticular(Sentence sentence, List<Cue> cues) {
        double most = cues.stream()
                .filter(cue -> !cue.kind().equals("knowledge"))
                .mapToDouble(Cue::weight)
                .max()
                .orElse(0);
        return most > 1
                || isNamed(sentence, 1)
                || (most == 1 && isNamed(sentence, 0))
                || (!sentence.language().isEnglish() && sentence.has(Words.NAMED))
                || sentence.spokenTime().isPresent()
                || hasNumber(sentence);
    }

    private static boolean hasNumber(Sentence sentence) {
        return sentence.tokens().lower().chars().anyMatch(Character::isDigit);
    }

    private double score(Sentence sentence, List<Cue> cues) {
        boolean own = isOwn(sentence);
        double score =
                Math.min(MOST_OF_CUES, cues.stream().mapToDouble(Cue::weight).sum());
        score += own ? 1.5 : 0;
        score += isNamed(sentence, 1) ? 0.75 : isNamed(sentence, 0) ? 0.25 : 0;
        score += sentence.spokenTime().isEmpty() ? 0 : 0.75;
        score += hasNumber(sentence) ? 0.75 : 0;
        boolean particular =
                own || isNamed(sentence, 0) || sentence.spokenTime().isPresent();
        score -= particular || cues.stream().anyMatch(cue -> cue.weight() >= 2) ? 0 : 1;
        score += pasts(sentence).findAny().isPresent() ? 0.5 : 0;
        score += Math.max(0, Math.min(1, 0.25 * (sentence.terms().size() - 2)));
        boolean written = sentence.speaker().kind() == Speaker.Kind.AUTHOR;
        score -= written ? 0 : Math.min(4, 2.5 * sentence.count(Words.CHATTER));
        score -= Math.min(1.25, 0.5 * sentence.count(Words.MOOD));
        score -= Math.min(1.5, 0.75 * sentence.count(Words.VAGUE));
        return score;
    }

    private Optional<Judgement> judged(
            Sentence sentence, List<Cue> cues, boolean personal, boolean instruction, double score) {
        Map<String, Double> votes = new HashMap<>();
        votes.put(personal ? "profile" : "knowledge", 0.6);
        for (Cue cue : cues) {
            if (!cue.kind().equals("-") && (instruction || !cue.kind().equals("instruction"))) {
                votes.merge(cue.kind(), Math.max(cue.weight(), 0.5), Double::sum);
            }
        }
        Optional<HappenedAt> time = sentence.spokenTime();
        LocalDate said = sentence.spoken();
        boolean ahead = said != null
                && time.isPresent()
                && time.get().start().toLocalDate().isAfter(said);
        votes.merge(
                "event", (happened(sentence) ? 3.5 : 0) + (ahead ? 2.5 : time.isPresent() ? 1.5 : 0.0), Double::sum);
        votes.computeIfPresent("behavior", (kind, weight) -> weight + 1.5);
        if (sentence.speaker().kind() == Speaker.Kind.AUTHOR && !sentence.has(Words.FIRST_PERSON)) {
            votes.remove("profile");
        }
        if (instruction) {
            votes.put("instruction", 10.0);
        }
        return types.stream()
                .filter(type -> votes.containsKey(type.name()))
                .max((a, b) -> Double.compare(votes.getOrDefault(a.name(), 0.0), votes.getOrDefault(b.name(), 0.0)))
                .map(type -> new Judgement(type, score));
    }

    /** Whether a verb tells that something happened, and not how it was. */
    private static boolean happened(Sentence sentence) {
        return pasts(sentence).anyMatch(verb -> !STATES.contains(verb));
    }

    private static Stream<String> pasts(Sentence sentence) {
        List<String> words = sentence.tokens().words();
        return IntStream.range(sentence.start(), words.size())
                .filter(i -> Verbs.isPast(sentence, i))
                .mapToObj(words::get);
    }

    /** Whether it names somebody or something, from a word on; a word that starts the sentence does where a verb follows it. */
    private static boolean isNamed(Sentence sentence, int from) {
        if (sentence.language().capitalisesNouns() || sentence.language().isUnspaced()) {
            return false;
        }
        for (int i = sentence.start() + from; i < sentence.tokens().words().size(); i++) {
            String word = sentence.tokens().words().get(i);
            boolean name = sentence.isCapital(i) && !sentence.language().isStopWord(word) && !word.startsWith("i'");
            int end = i + 1 == sentence.tokens().words().size()
                    ? sentence.tokens().starts().get(i)
                    : 0;
            boolean addressed = end > 2 && sentence.text().charAt(end - 2) == ',';
            boolean subject = Verbs.isPredicate(sentence, i + 1) && !word.endsWith("ing");
            if (name && !addressed && (i > sentence.start() || subject)) {
                return true;
            }
        }
        return sentence.quotesTitle();
    }
}
