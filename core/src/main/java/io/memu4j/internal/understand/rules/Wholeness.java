package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether a sentence can be understood alone. */
enum Wholeness {
    /** It can. */
    WHOLE,
    /** It goes on from something said before. */
    HANGS,
    /** It is a part of a sentence: no subject, no verb, or broken off. */
    FRAGMENT;

    static final Set<String> GOES_ON = RuleWords.of("Wholeness.goes_on");

    private static final Set<String> TAIL = RuleWords.of("Wholeness.tail");
    private static final Set<String> TIME_WORDS = RuleWords.of("Wholeness.time_words");
    /** A sentence that ends with one of them, or with an auxiliary, is broken off. */
    private static final Set<String> BROKEN_OFF = RuleWords.of("Wholeness.broken_off");
    /** Forms with which people tell of themselves and leave "I" out. */
    private static final Set<String> ELIDED = RuleWords.of("Wholeness.elided");

    private static final List<Words> SUBJECTS =
            List.of(Words.FIRST_PERSON, Words.NAMED, Words.DETERMINER, Words.UNNAMED);

    private static final int LEAST_WORDS = 3;
    private static final int SHORT_SUBJECT = 3;
    private static final int LONG_SUBJECT = 12;
    private static final int LEAST_UNSPACED = 5;

    /** Judges a sentence, or a run of sentences, by its words alone. */
    static Wholeness of(Sentence sentence) {
        String text = sentence.text();
        char last = text.charAt(text.length() - 1);
        if (last == ':' || last == ',' || last == '：' || last == '-') {
            return FRAGMENT;
        }
        if (sentence.language().isUnspaced()) {
            boolean tiny = text.codePointCount(0, text.length()) < LEAST_UNSPACED;
            return tiny ? FRAGMENT : sentence.startsWith(Words.UNNAMED) ? HANGS : WHOLE;
        }
        if (sentence.reports()) {
            return WHOLE;
        }
        if (sentence.size() < LEAST_WORDS && !(sentence.size() > 1 && sentence.startsWith(Words.FIRST_PERSON))) {
            return FRAGMENT;
        }
        if (!sentence.language().isEnglish()) {
            return sentence.startsWith(Words.UNNAMED) ? HANGS : WHOLE;
        }
        return english(sentence);
    }

    private static Wholeness english(Sentence sentence) {
        String first = sentence.word(0);
        int second = sentence.start() + 1;
        boolean time = TIME_WORDS.contains(sentence.word(1));
        boolean points = (first.equals("this") || first.equals("these")) && !Pronouns.standsAlone(sentence, second);
        boolean exists = (first.equals("it's") && sentence.word(1).equals("been"))
                || (first.startsWith("there") && sentence.isAt(Words.BE, second))
                || first.equals("there's");
        if (goesOn(sentence) || (sentence.startsWith(Words.UNNAMED) && !time && !exists && !points)) {
            return HANGS;
        }
        if (isCutShort(sentence) || (!exists && !hasSubject(sentence))) {
            return FRAGMENT;
        }
        return Pronouns.pointBack(sentence) ? HANGS : WHOLE;
    }

    /** Whether it begins with a word such as "because", and not with "because of", "as of" or "as a". */
    static boolean goesOn(Sentence sentence) {
        String first = sentence.word(0);
        return GOES_ON.contains(first)
                && !(first.equals("as") && sentence.word(1).equals("a"))
                && !sentence.word(1).equals("of");
    }

    /** Whether it ends with an auxiliary: "I definitely will". */
    private static boolean isCutShort(Sentence sentence) {
        List<String> words = sentence.tokens().words();
        int end = words.size() - 1;
        String rest = sentence.text().substring(sentence.tokens().ends().get(end));
        if (rest.codePoints().anyMatch(Character::isLetterOrDigit)) {
            return false;
        }
        int last = end;
        while (last > 0 && TAIL.contains(words.get(last))) {
            last--;
        }
        return (sentence.isAt(Words.BE, last) && !sentence.isCapital(last))
                || BROKEN_OFF.contains(words.get(last))
                || (last < end && Salience.telling(sentence).size() < 2);
    }

    private static boolean hasSubject(Sentence sentence) {
        int at = sentence.start();
        int last = sentence.tokens().words().size() - 1;
        while (at < last && sentence.isAt(Words.ADVERB, at) && !sentence.isAt(Words.STARTER, at)) {
            at++;
        }
        if (sentence.isAt(Words.FIRST_PERSON, at)) {
            return true;
        }
        if (sentence.isAt(Words.STARTER, at)) {
            return isSubjectBeforeVerb(sentence, at + 1);
        }
        if (sentence.isAt(Words.DETERMINER, at) && !Verbs.isVerb(sentence, at + 1)) {
            return Verbs.follows(sentence, at);
        }
        if (leavesOutI(sentence)) {
            return true;
        }
        boolean order = sentence.isAt(Words.BASE, at) && !sentence.isAt(Words.BE, at + 1);
        return !order
                && !Verbs.isVerb(sentence, at)
                && !sentence.isAt(Words.GREETING, at)
                && isSubjectThenVerb(sentence, at);
    }

    /** Whether a person tells of themselves and leaves "I" out: "Joined a travel club", "Been busy". */
    static boolean leavesOutI(Sentence sentence) {
        List<String> words = sentence.tokens().words();
        int at = sentence.start();
        while (at < words.size() - 1 && sentence.isAt(Words.ADVERB, at)) {
            at++;
        }
        int next = at + 1;
        if (!sentence.language().isEnglish()
                || !sentence.speaker().isPerson()
                || next >= words.size()
                || sentence.text().contains(": ")) {
            return false;
        }
        String word = words.get(at);
        boolean past = Verbs.isPast(sentence, at) && !sentence.isAt(Words.BE, at) && !sentence.isAt(Words.MOOD, at);
        boolean going =
                ELIDED.contains(word) && IntStream.range(next, words.size()).noneMatch(i -> sentence.isAt(Words.BE, i));
        return (past || going || word.equals("had"))
                && !words.get(next).equals("by")
                && !sentence.isAt(Words.UNNAMED, next);
    }

    /** Whether it is of all things of a kind: "Books can be captivating", "Winning helps". */
    static boolean isGeneral(Sentence sentence) {
        String first = sentence.word(0);
        int start = sentence.start();
        return sentence.language().isEnglish()
                && first.length() > 4
                && (Verbs.endsInS(first) || first.endsWith("ing"))
                && !first.contains("'")
                && !Pronouns.isListed(sentence, start)
                && IntStream.rangeClosed(start + 1, start + SHORT_SUBJECT)
                        .anyMatch(i -> Verbs.isVerb(sentence, i) || sentence.isAt(Words.BASE, i));
    }

    /** A subject that no list knows: a verb follows within a few words. */
    private static boolean isSubjectThenVerb(Sentence sentence, int at) {
        List<String> words = sentence.tokens().words();
        String subject = words.get(at);
        int longest = subject.endsWith("ing") ? LONG_SUBJECT : 2 * SHORT_SUBJECT;
        for (int i = at + 1; i < Math.min(words.size(), at + longest); i++) {
            boolean next = i == at + 1;
            boolean third = Verbs.endsInS(words.get(i)) && (next || !sentence.isAt(Words.DETERMINER, i - 1));
            boolean many = next && Verbs.endsInS(subject) && Verbs.isBase(sentence, words.get(i));
            if (third || many || Verbs.isVerb(sentence, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSubjectBeforeVerb(Sentence sentence, int from) {
        for (int i = from; i < sentence.tokens().words().size(); i++) {
            if (Verbs.isVerb(sentence, i)) {
                return false;
            }
            int at = i;
            if (sentence.isCapital(i) || SUBJECTS.stream().anyMatch(words -> sentence.isAt(words, at))) {
                return true;
            }
        }
        return false;
    }
}
