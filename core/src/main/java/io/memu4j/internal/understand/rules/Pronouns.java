package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.WordTokens;
import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads a sentence word by word, notes what it names, and asks at each pronoun whether something that it could stand for was named before.
 * What is named in its own clause is no object of that clause: in "the kids loved it" the kids are not what was loved.
 */
final class Pronouns {
    private static final Set<String> PERSONS = RuleWords.of("Pronouns.persons");
    /** Mostly objects. */
    private static final Set<String> OBJECTS = RuleWords.of("Pronouns.objects");
    /** May stand for several persons. */
    private static final Set<String> MANY = RuleWords.of("Pronouns.many");
    /** Behind them "that" is a pronoun, and no conjunction. */
    private static final Set<String> BEFORE_THAT = RuleWords.of("Pronouns.before_that");
    /** Before "one" they make it a number, or a thing of its own. */
    private static final Set<String> BEFORE_ONE = RuleWords.of("Pronouns.before_one");
    /** Behind "one" they show that no noun follows. */
    private static final Set<String> AFTER_ONE = RuleWords.of("Pronouns.after_one");
    /** Words that begin another clause. */
    private static final Set<String> CLAUSES = RuleWords.of("Pronouns.clauses");

    private static final Set<String> AMOUNTS = RuleWords.of("Pronouns.amounts");
    private static final Set<String> PREPOSITIONS = RuleWords.of("Pronouns.prepositions");

    private static final int PLACE_WITHIN = 3;

    private final Sentence sentence;
    private final List<String> words;
    private boolean person;
    private boolean place;
    private boolean thing;
    private boolean things;

    /** The first word of the clause, and what was named before it. */
    private int clause;

    private boolean thingBefore;
    private boolean thingsBefore;

    private Pronouns(Sentence sentence) {
        this.sentence = sentence;
        words = sentence.tokens().words();
        thing = sentence.quotesTitle();
    }

    /** Whether a pronoun comes before anything that it could stand for. */
    static boolean pointBack(Sentence sentence) {
        return sentence.language().isEnglish() && new Pronouns(sentence).pointBack();
    }

    /** Whether the word at a place stands alone behind "this" or "these": "this was", "these for", but not "this stained glass". */
    static boolean standsAlone(Sentence sentence, int next) {
        int size = sentence.tokens().words().size();
        if (next >= size) {
            return true;
        }
        String word = sentence.tokens().words().get(next);
        boolean adjective = word.endsWith("ed") && next + 1 < size && !isListed(sentence, next + 1);
        return (Verbs.isVerb(sentence, next) && !adjective)
                || sentence.isAt(Words.STARTER, next)
                || sentence.isAt(Words.ADVERB, next)
                || sentence.isAt(Words.FIRST_PERSON, next)
                || Wholeness.GOES_ON.contains(word)
                || word.equals("and")
                || word.equals("but");
    }

    /** Whether a word is of a closed class, and names nothing. */
    static boolean isListed(Sentence sentence, int at) {
        return sentence.language().isStopWord(sentence.tokens().words().get(at))
                || sentence.isAt(Words.STARTER, at)
                || sentence.isAt(Words.DETERMINER, at);
    }

    private boolean pointBack() {
        for (int i = 0; i < words.size(); i++) {
            if (beginsClause(i)) {
                clause = i;
                thingBefore = thing;
                thingsBefore = things;
            }
            if (i >= sentence.start() && sentence.isAt(Words.UNNAMED, i) && isPronoun(i) && !isKnown(i)) {
                return true;
            }
            note(i);
        }
        return false;
    }

    private boolean beginsClause(int at) {
        if (at == 0 || CLAUSES.contains(words.get(at))) {
            return true;
        }
        WordTokens tokens = sentence.tokens();
        return !tokens.lower()
                .substring(tokens.ends().get(at - 1), tokens.starts().get(at))
                .isBlank();
    }

    /** Whether the word stands for something here: not "that" as a conjunction, not "this week", not "there is". */
    private boolean isPronoun(int at) {
        String next = at + 1 < words.size() ? words.get(at + 1) : "";
        String before = at > 0 ? words.get(at - 1) : "";
        return switch (words.get(at)) {
            case "that" -> (next.isEmpty() || BEFORE_THAT.contains(before)) && standsAlone(sentence, at + 1);
            case "this" -> standsAlone(sentence, at + 1);
            case "these", "those" -> standsAlone(sentence, at + 1) || next.endsWith("s");
            case "one", "ones" -> !BEFORE_ONE.contains(before) && (next.isEmpty() || AFTER_ONE.contains(next));
            case "there", "here" -> !sentence.isAt(Words.BE, at + 1);
            case "there's", "here's" -> false;
            case "it's" -> !next.equals("been") || at > sentence.start();
            default -> true;
        };
    }

    /** Whether something was named that the pronoun may stand for. */
    private boolean isKnown(int at) {
        String word = words.get(at);
        if (PERSONS.contains(word)) {
            return person;
        }
        if (word.startsWith("there") || word.startsWith("here")) {
            return place;
        }
        boolean object = OBJECTS.contains(word);
        boolean many = MANY.contains(word) && (person || (object ? thingsBefore : things));
        return many || (object ? thingBefore : thing) || standsForClause(at);
    }

    /** Whether "it" begins a clause and stands for what the speaker tells before: "I went there by boat, it was great". */
    private boolean standsForClause(int at) {
        return clause > 0
                && at - clause < 2
                && words.get(at).startsWith("it")
                && !words.get(at - 1).equals("that")
                && IntStream.range(sentence.start(), clause - 1).anyMatch(i -> sentence.isAt(Words.FIRST_PERSON, i));
    }

    private void note(int at) {
        String word = words.get(at);
        boolean first = at == sentence.start();
        boolean capital =
                at > sentence.start() && sentence.isCapital(at) && !word.startsWith("i'") && !word.equals("i");
        boolean name = capital || (first && !isListed(sentence, at) && Verbs.isVerb(sentence, at + 1));
        boolean named = sentence.isAt(Words.NAMED, at);
        boolean noun = isNoun(at);
        boolean plural = word.length() > 4 && word.endsWith("s") && !word.contains("'") && at > sentence.start();
        boolean single = at > 0 && words.get(at - 1).startsWith("a");
        things |= plural && !named;
        thing |= name || (noun && (!plural || single) && !named) || (first && word.endsWith("ing"));
        person |= name || named;
        place |= capital || (noun && isPlace(at));
    }

    /** Whether it follows a determiner or a preposition, and is no adverb, amount or verb. */
    private boolean isNoun(int at) {
        return at > 0
                && (sentence.isAt(Words.DETERMINER, at - 1) || isObject(at))
                && !sentence.isAt(Words.BE, at)
                && !sentence.isAt(Words.ADVERB, at)
                && !sentence.isAt(Words.STARTER, at)
                && !AMOUNTS.contains(words.get(at));
    }

    /** Whether a word without an article is a noun behind a preposition: "on fitness". */
    private boolean isObject(int at) {
        String word = words.get(at);
        return PREPOSITIONS.contains(words.get(at - 1))
                && word.length() > 3
                && !word.endsWith("ing")
                && !isListed(sentence, at)
                && !sentence.isAt(Words.BASE, at)
                && !sentence.isAt(Words.NAMED, at);
    }

    /** Whether a preposition stands before a noun: "at the old mill". */
    private boolean isPlace(int at) {
        return IntStream.range(Math.max(0, at - PLACE_WITHIN), at).anyMatch(i -> PREPOSITIONS.contains(words.get(i)));
    }
}
