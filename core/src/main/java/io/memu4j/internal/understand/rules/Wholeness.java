package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Phrases;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
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

    private static final Set<String> GOES_ON = RuleWords.of("Wholeness.goes_on");
    private static final Set<String> TAIL = RuleWords.of("Wholeness.tail");
    private static final Set<String> TIME_WORDS = RuleWords.of("Wholeness.time_words");
    /** Behind them a form of the past tells a state: "I'm excited". */
    private static final Set<String> STATES = RuleWords.of("Wholeness.states");

    private static final Set<String> AMOUNTS = RuleWords.of("Wholeness.amounts");

    private static final Set<String> PERSONS = RuleWords.of("Wholeness.persons");
    private static final Set<String> POINTING_BACK = RuleWords.of("Wholeness.pointing_back");
    /** Pronouns that are mostly objects. */
    private static final Set<String> OBJECTS = RuleWords.of("Wholeness.objects");
    /** Pronouns that may stand for several persons. */
    private static final Set<String> MANY = RuleWords.of("Wholeness.many");
    /** Words that begin another clause. */
    private static final Set<String> CLAUSES = RuleWords.of("Wholeness.clauses");
    /** Before "one" they make it a number, or a thing of its own. */
    private static final Set<String> DETERMINERS_OF_ONE = RuleWords.of("Wholeness.before_one");

    private static final Set<String> PREPOSITIONS = RuleWords.of("Wholeness.prepositions");
    /** Behind "one" they show that no noun follows. */
    private static final Set<String> AFTER_ONE = RuleWords.of("Wholeness.after_one");
    /** Forms with which people tell of themselves and leave "I" out. */
    private static final Set<String> ELIDED = RuleWords.of("Wholeness.elided");

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
        boolean time = TIME_WORDS.contains(sentence.word(1));
        boolean points =
                (first.equals("this") || first.equals("these")) && !standsAlone(sentence, sentence.start() + 1);
        boolean lasts = first.equals("it's") && sentence.word(1).equals("been");
        boolean exists =
                lasts || (first.startsWith("there") && isBe(sentence, sentence.start() + 1)) || first.equals("there's");
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
        String rest = sentence.text().substring(sentence.tokens().ends().get(last));
        if (rest.codePoints().anyMatch(Character::isLetterOrDigit)) {
            return false;
        }
        while (last > 0 && TAIL.contains(sentence.tokens().words().get(last))) {
            last--;
        }
        String word = sentence.tokens().words().get(last);
        boolean auxiliary = isBe(sentence, last) && !sentence.isCapital(last);
        return auxiliary
                || word.equals("few")
                || word.equals("couple")
                || (last < sentence.tokens().words().size() - 1
                        && Salience.telling(sentence).size() < 2)
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
        if (leavesOutI(sentence)) {
            return true;
        }
        if (order || isVerb(sentence, at) || is(sentence, Words.GREETING, at)) {
            return false;
        }
        return subjectThenVerb(sentence, at);
    }

    /** Whether a person tells of themselves and leaves "I" out: "Joined a travel club", "Been busy". */
    static boolean leavesOutI(Sentence sentence) {
        int at = sentence.start();
        int size = sentence.tokens().words().size();
        while (at < size - 1 && is(sentence, Words.ADVERB, at)) {
            at++;
        }
        if (!sentence.language().isEnglish()
                || !sentence.speaker().isPerson()
                || at + 1 >= size
                || sentence.text().contains(": ")) {
            return false;
        }
        String word = sentence.tokens().words().get(at);
        String next = sentence.tokens().words().get(at + 1);
        boolean past = isPast(sentence, at) && !isBe(sentence, at) && !is(sentence, Words.MOOD, at);
        boolean going = ELIDED.contains(word) && !hasBe(sentence, at + 1);
        return (past || going || word.equals("had")) && !next.equals("by") && !is(sentence, Words.UNNAMED, at + 1);
    }

    /** Whether it is of all things of a kind: "Books can be captivating", "Winning helps". */
    static boolean isGeneral(Sentence sentence) {
        String first = sentence.word(0);
        boolean kind = sentence.language().isEnglish()
                && first.length() > 4
                && ((first.endsWith("s") && !first.endsWith("ss")) || first.endsWith("ing"))
                && !first.contains("'")
                && !isListed(sentence, sentence.start());
        return kind
                && IntStream.rangeClosed(sentence.start() + 1, sentence.start() + SHORT_SUBJECT)
                        .anyMatch(i -> isVerb(sentence, i) || is(sentence, Words.BASE, i));
    }

    private static boolean hasBe(Sentence sentence, int from) {
        return IntStream.range(from, sentence.tokens().words().size()).anyMatch(i -> isBe(sentence, i));
    }

    static boolean hasVerb(Sentence sentence, int from) {
        for (int i = from + 1; i < sentence.tokens().words().size(); i++) {
            String word = sentence.tokens().words().get(i);
            boolean third = word.endsWith("s") && is(sentence, Words.BASE, i, word.substring(0, word.length() - 1));
            third |= sentence.isCapital(i - 1) && isPredicate(sentence, i);
            if (isVerb(sentence, i) || third || is(sentence, Words.BASE, i, word)) {
                return true;
            }
        }
        return false;
    }

    /** A subject that no list knows: a verb follows within a few words. */
    private static boolean subjectThenVerb(Sentence sentence, int at) {
        int size = sentence.tokens().words().size();
        int longest = sentence.tokens().words().get(at).endsWith("ing") ? LONG_SUBJECT : 2 * SHORT_SUBJECT;
        for (int i = at + 1; i < Math.min(size, at + longest); i++) {
            String word = sentence.tokens().words().get(i);
            boolean third = word.length() > 3
                    && word.endsWith("s")
                    && !word.endsWith("ss")
                    && (i == at + 1 || !is(sentence, Words.DETERMINER, i - 1));
            boolean many = i == at + 1 && plural(sentence, at) && is(sentence, Words.BASE, i, word);
            if (isVerb(sentence, i) || third || many) {
                return true;
            }
        }
        return false;
    }

    private static boolean plural(Sentence sentence, int at) {
        String word = sentence.tokens().words().get(at);
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
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

    /**
     * Whether a pronoun comes before anything it could stand for. What is named in its own clause is no object of that clause: "the kids
     * loved it".
     */
    static boolean pointsBack(Sentence sentence) {
        if (!sentence.language().isEnglish()) {
            return false;
        }
        int size = sentence.tokens().words().size();
        boolean thing = sentence.quotesTitle();
        boolean person = false;
        boolean place = false;
        boolean things = false;
        boolean thingBefore = thing;
        boolean thingsBefore = false;
        int clause = 0;
        for (int i = 0; i < size; i++) {
            String word = sentence.tokens().words().get(i);
            if (beginsClause(sentence, i, word)) {
                thingBefore = thing;
                thingsBefore = things;
                clause = i;
            }
            if (i >= sentence.start() && is(sentence, Words.UNNAMED, i) && pronoun(sentence, i, word)) {
                boolean where = word.startsWith("there") || word.startsWith("here");
                boolean told = clause > 0
                        && i - clause < 2
                        && word.startsWith("it")
                        && tellsBefore(sentence, clause)
                        && !sentence.tokens().words().get(i - 1).equals("that");
                boolean object = OBJECTS.contains(word) && !told;
                boolean known = PERSONS.contains(word)
                        ? person
                        : where
                                ? place
                                : told
                                        || (object ? thingBefore : thing)
                                        || (MANY.contains(word) && (person || (object ? thingsBefore : things)));
                if (!known) {
                    return true;
                }
            }
            boolean capital =
                    i > sentence.start() && sentence.isCapital(i) && !word.startsWith("i'") && !word.equals("i");
            boolean name = capital || (i == sentence.start() && !isListed(sentence, i) && isVerb(sentence, i + 1));
            boolean named = is(sentence, Words.NAMED, i);
            boolean noun = i > 0
                    && (is(sentence, Words.DETERMINER, i - 1) || isObject(sentence, i, word))
                    && !is(sentence, Words.BE, i)
                    && !is(sentence, Words.ADVERB, i)
                    && !is(sentence, Words.STARTER, i)
                    && !AMOUNTS.contains(word);
            boolean plural = word.length() > 4 && word.endsWith("s") && !word.contains("'") && i > sentence.start();
            boolean verb = i > 1 && is(sentence, Words.DETERMINER, i - 2) && !is(sentence, Words.ADVERB, i - 1);
            things |= plural && !named && !verb;
            boolean single = i > 0 && sentence.tokens().words().get(i - 1).startsWith("a");
            thing |= name || (noun && (!plural || single) && !named) || (i == sentence.start() && word.endsWith("ing"));
            person |= name || named;
            place |= capital || (noun && places(sentence, i));
        }
        return false;
    }

    /** Whether the speaker tells something before a place, for which "it" may stand: "I went there by boat, it was great". */
    private static boolean tellsBefore(Sentence sentence, int at) {
        return IntStream.range(sentence.start(), at - 1).anyMatch(i -> is(sentence, Words.FIRST_PERSON, i));
    }

    /** Whether a preposition of place stands before a noun: "at the old mill". */
    private static boolean places(Sentence sentence, int at) {
        return IntStream.range(Math.max(0, at - 3), at)
                .anyMatch(i -> PREPOSITIONS.contains(sentence.tokens().words().get(i)));
    }

    private static boolean beginsClause(Sentence sentence, int at, String word) {
        if (at == 0 || CLAUSES.contains(word)) {
            return true;
        }
        WordTokens tokens = sentence.tokens();
        return !tokens.lower()
                .substring(tokens.ends().get(at - 1), tokens.starts().get(at))
                .isBlank();
    }

    /** Whether the word stands for something here: not "that" as a conjunction, not "this week", not "there is". */
    private static boolean pronoun(Sentence sentence, int at, String word) {
        int size = sentence.tokens().words().size();
        String next = at + 1 < size ? sentence.tokens().words().get(at + 1) : "";
        String before = at > 0 ? sentence.tokens().words().get(at - 1) : "";
        return switch (word) {
            case "that" -> (next.isEmpty() || POINTING_BACK.contains(before)) && standsAlone(sentence, at + 1);
            case "this" -> standsAlone(sentence, at + 1);
            case "these", "those" -> standsAlone(sentence, at + 1) || next.endsWith("s");
            case "one", "ones" -> !DETERMINERS_OF_ONE.contains(before) && (next.isEmpty() || AFTER_ONE.contains(next));
            case "there", "here" -> !isBe(sentence, at + 1);
            case "there's", "here's" -> false;
            case "it's" -> !next.equals("been") || at > sentence.start();
            default -> true;
        };
    }

    /** Whether no noun follows: "this was", "these for", but not "this stained glass". */
    private static boolean standsAlone(Sentence sentence, int next) {
        int size = sentence.tokens().words().size();
        if (next >= size) {
            return true;
        }
        String word = sentence.tokens().words().get(next);
        boolean adjective = word.endsWith("ed") && next + 1 < size && !isListed(sentence, next + 1);
        return (isVerb(sentence, next) && !adjective)
                || is(sentence, Words.STARTER, next)
                || is(sentence, Words.ADVERB, next)
                || is(sentence, Words.FIRST_PERSON, next)
                || GOES_ON.contains(word)
                || word.equals("and")
                || word.equals("but");
    }

    /** Whether a word without an article is a noun behind a preposition: "on fitness". */
    private static boolean isObject(Sentence sentence, int at, String word) {
        return PREPOSITIONS.contains(sentence.tokens().words().get(at - 1))
                && word.length() > 3
                && !word.endsWith("ing")
                && !isListed(sentence, at)
                && !is(sentence, Words.BASE, at)
                && !is(sentence, Words.NAMED, at);
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
