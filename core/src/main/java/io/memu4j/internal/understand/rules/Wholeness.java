package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Phrases;
import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import java.util.Set;

/** Whether a sentence can be understood alone. */
enum Wholeness {
    /** It can. */
    WHOLE,
    /** It goes on from something said before. */
    HANGS,
    /** It is a part of a sentence: no subject, no verb, or broken off. */
    FRAGMENT;

    private static final Set<String> GOES_ON = RuleWords.of("Wholeness.goes_on");
    private static final Set<String> TAIL = RuleWords.of("Wholeness.tail");
    private static final Set<String> TIME_WORDS = RuleWords.of("Wholeness.time_words");
    /** Behind them a form of the past tells a state: "I'm excited". */
    private static final Set<String> STATES = RuleWords.of("Wholeness.states");

    private static final Set<String> AMOUNTS = RuleWords.of("Wholeness.amounts");

    private static final Set<String> PERSONS = RuleWords.of("Wholeness.persons");
    private static final Set<String> POINTING_BACK = RuleWords.of("Wholeness.pointing_back");
    private static final int LEAST_WORDS = 3;
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
        boolean time = TIME_WORDS.contains(sentence.word(1));
        boolean points =
                (first.equals("this") || first.equals("these")) && !standsAlone(sentence, sentence.start() + 1);
        boolean exists = (first.startsWith("there") && isBe(sentence, sentence.start() + 1)) || first.equals("there's");
        if (goesOn(sentence) || (sentence.startsWith(Words.UNNAMED) && !time && !exists && !points)) {
            return HANGS;
        }
        if (isCutShort(sentence) || (!exists && !hasSubject(sentence))) {
            return FRAGMENT;
        }
        return pointsBack(sentence) ? HANGS : WHOLE;
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
        int last = sentence.tokens().words().size() - 1;
        while (last > 0 && TAIL.contains(sentence.tokens().words().get(last))) {
            last--;
        }
        String word = sentence.tokens().words().get(last);
        boolean auxiliary = isBe(sentence, last) && !sentence.isCapital(last);
        return auxiliary
                || word.equals("the")
                || word.equals("a")
                || word.equals("and")
                || word.equals("but")
                || word.equals("to");
    }

    private static boolean hasSubject(Sentence sentence) {
        int at = sentence.start();
        int size = sentence.tokens().words().size();
        while (at < size - 1 && is(sentence, Words.ADVERB, at) && !is(sentence, Words.STARTER, at)) {
            at++;
        }
        if (is(sentence, Words.FIRST_PERSON, at)) {
            return true;
        }
        if (is(sentence, Words.STARTER, at)) {
            return subjectBeforeVerb(sentence, at + 1);
        }
        if (is(sentence, Words.DETERMINER, at) && !isVerb(sentence, at + 1)) {
            return hasVerb(sentence, at);
        }
        boolean order = is(sentence, Words.BASE, at) && !isBe(sentence, at + 1);
        if (order || isVerb(sentence, at) || is(sentence, Words.GREETING, at)) {
            return false;
        }
        return subjectThenVerb(sentence, at);
    }

    static boolean hasVerb(Sentence sentence, int from) {
        for (int i = from + 1; i < sentence.tokens().words().size(); i++) {
            String word = sentence.tokens().words().get(i);
            boolean third = word.endsWith("s") && is(sentence, Words.BASE, i, word.substring(0, word.length() - 1));
            third |= i == from + 1 && sentence.isCapital(from) && isPredicate(sentence, i);
            if (isVerb(sentence, i) || third || is(sentence, Words.BASE, i, word)) {
                return true;
            }
        }
        return false;
    }

    /** A subject that no list knows: a verb follows within a few words. */
    private static boolean subjectThenVerb(Sentence sentence, int at) {
        int size = sentence.tokens().words().size();
        for (int i = at + 1; i < Math.min(size, at + 6); i++) {
            String word = sentence.tokens().words().get(i);
            boolean third = word.length() > 3
                    && word.endsWith("s")
                    && !word.endsWith("ss")
                    && (i == at + 1 || !is(sentence, Words.DETERMINER, i - 1));
            if (isVerb(sentence, i) || third) {
                return true;
            }
        }
        return false;
    }

    private static boolean subjectBeforeVerb(Sentence sentence, int from) {
        for (int i = from; i < sentence.tokens().words().size(); i++) {
            boolean subject = is(sentence, Words.FIRST_PERSON, i)
                    || sentence.isCapital(i)
                    || is(sentence, Words.NAMED, i)
                    || is(sentence, Words.DETERMINER, i)
                    || is(sentence, Words.UNNAMED, i);
            if (isVerb(sentence, i)) {
                return false;
            }
            if (subject) {
                return true;
            }
        }
        return false;
    }

    /** Whether a pronoun comes before anything it could stand for. */
    static boolean pointsBack(Sentence sentence) {
        if (!sentence.language().isEnglish()) {
            return false;
        }
        int size = sentence.tokens().words().size();
        boolean thing = sentence.quotesTitle();
        boolean person = false;
        boolean place = false;
        for (int i = 0; i < size; i++) {
            String word = sentence.tokens().words().get(i);
            if (i >= sentence.start() && is(sentence, Words.UNNAMED, i) && pronoun(sentence, i, word)) {
                boolean where = word.startsWith("there") || word.startsWith("here");
                boolean known = PERSONS.contains(word) ? person : (where ? place : (thing || person));
                if (!known) {
                    return true;
                }
            }
            boolean capital =
                    i > sentence.start() && sentence.isCapital(i) && !word.startsWith("i'") && !word.equals("i");
            boolean name = capital || (i == sentence.start() && !isListed(sentence, i) && isVerb(sentence, i + 1));
            boolean noun = i > 0
                    && is(sentence, Words.DETERMINER, i - 1)
                    && !is(sentence, Words.BE, i)
                    && !AMOUNTS.contains(word);
            boolean plural = word.length() > 4 && word.endsWith("s") && !word.contains("'") && i > sentence.start();
            thing |= name || noun || plural || (i == sentence.start() && word.endsWith("ing"));
            person |= name || is(sentence, Words.NAMED, i);
            place |= capital || noun;
        }
        return false;
    }

    /** Whether the word stands for something here: not "that" as a conjunction, not "this week", not "there is". */
    private static boolean pronoun(Sentence sentence, int at, String word) {
        int size = sentence.tokens().words().size();
        String next = at + 1 < size ? sentence.tokens().words().get(at + 1) : "";
        String before = at > 0 ? sentence.tokens().words().get(at - 1) : "";
        return switch (word) {
            case "that" -> (next.isEmpty() || POINTING_BACK.contains(before)) && standsAlone(sentence, at + 1);
            case "this", "these", "those" -> standsAlone(sentence, at + 1);
            case "there", "here" -> !isBe(sentence, at + 1);
            case "there's", "here's" -> false;
            default -> true;
        };
    }

    /** Whether no noun follows: "this was", "these for". */
    private static boolean standsAlone(Sentence sentence, int next) {
        return next >= sentence.tokens().words().size()
                || isVerb(sentence, next)
                || is(sentence, Words.STARTER, next)
                || is(sentence, Words.ADVERB, next)
                || is(sentence, Words.FIRST_PERSON, next)
                || GOES_ON.contains(sentence.tokens().words().get(next))
                || sentence.tokens().words().get(next).equals("and")
                || sentence.tokens().words().get(next).equals("but");
    }

    private static boolean isListed(Sentence sentence, int at) {
        return sentence.language().isStopWord(sentence.tokens().words().get(at))
                || is(sentence, Words.STARTER, at)
                || is(sentence, Words.DETERMINER, at);
    }

    /** Whether a verb may start at a place, with the adverbs and additions before it: "Ana no longer works", "Ana from Bonn is". */
    static boolean isPredicate(Sentence sentence, int at) {
        if (at >= sentence.tokens().words().size()) {
            return false;
        }
        String word = sentence.tokens().words().get(at);
        boolean third = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !sentence.isCapital(at);
        boolean added = word.equals("no") || is(sentence, Words.ADVERB, at) || is(sentence, Words.STARTER, at);
        return isVerb(sentence, at) || (sentence.language().isEnglish() && (third || added));
    }

    static boolean isVerb(Sentence sentence, int at) {
        return isBe(sentence, at) || isPast(sentence, at);
    }

    static boolean isPast(Sentence sentence, int at) {
        if (at >= sentence.tokens().words().size()) {
            return false;
        }
        String word = sentence.tokens().words().get(at);
        if (at > 0
                && STATES.contains(sentence.tokens().words().get(at - 1))
                && (word.endsWith("ed") || word.equals("got"))) {
            return false;
        }
        boolean regular =
                sentence.language().isEnglish() && word.length() > 3 && word.endsWith("ed") && !word.endsWith("eed");
        return regular || is(sentence, Words.PAST, at);
    }

    private static boolean isBe(Sentence sentence, int at) {
        return at < sentence.tokens().words().size() && is(sentence, Words.BE, at);
    }

    private static boolean is(Sentence sentence, Words words, int at, String word) {
        return at > 0 && sentence.language().phrases(words).has(word);
    }

    private static boolean is(Sentence sentence, Words words, int at) {
        Phrases phrases = sentence.language().phrases(words);
        return at < sentence.tokens().words().size() && phrases.wordsAt(sentence.tokens(), at) > 0;
    }
}
