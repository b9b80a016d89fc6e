package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Phrases;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Quotation;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the sentences of a message that its sender says and means: not those of a text that was pasted, dictated or is to be translated, no
 * game, example, test, wish or joke. When in doubt a sentence is not the sender's.
 */
final class OwnWords {
    /** What may stand before a word that begins a task or a game. */
    private static final Set<String> LEAD = RuleWords.of("OwnWords.lead");

    /** Begins a question for words of another language. */
    private static final Set<String> HOW = RuleWords.of("OwnWords.how");

    private static final Set<String> IF = RuleWords.of("OwnWords.if");

    /** Marks of a joke: a laugh at the end, and faces that wink or laugh. */
    private static final Pattern IRONY = Pattern.compile(
            "[😂🤣😜😉😝🤪😏]|(;-?\\)|[;:]-?[pP])(?!\\p{L})|/s$|\\b(xd|a?(ha\\s?){2,}h?|(je|ja|ji|hi|he){2,}|k{3,}|(rs){2,}|mdr|ptdr|lol|w{2,})\\W*$|(哈哈|ww|笑)\\W*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int LONGEST_LABEL = 3;

    /** Labels that people put before their own words. */
    private static final Set<String> NEWS = RuleWords.of("OwnWords.news");

    private OwnWords() {}

    /** How far what is not the sender's own reaches. */
    private enum Reach {
        NOTHING,
        SENTENCE,
        /** Until a word such as "by the way" leads back, or the quotation ends. */
        REST
    }

    /** The sentences that are meant, in order. */
    static List<Sentence> of(List<Sentence> sentences) {
        List<Sentence> own = new ArrayList<>();
        boolean foreign = false;
        boolean follows = false;
        for (Sentence sentence : sentences) {
            boolean added = follows && adds(sentence);
            boolean back = foreign && leadsBack(sentence);
            Reach reach = added ? Reach.NOTHING : foreign && !back ? Reach.REST : reach(sentence);
            follows = added || ((!foreign || back) && endsInTask(sentence));
            foreign = added || (reach == Reach.REST && !(foreign && isQuoted(sentence)));
            if (reach != Reach.NOTHING || (begins(sentence, Words.COMPOSE) && !Salience.isInstruction(sentence))) {
                continue;
            }
            if (sentence.has(Words.JOKE)) {
                boolean before = !own.isEmpty() && own.get(own.size() - 1).number() == sentence.number() - 1;
                if (before) {
                    own.remove(own.size() - 1);
                }
            } else if (isMeant(sentence)) {
                own.add(sentence);
            }
        }
        return own;
    }

    private static boolean isMeant(Sentence sentence) {
        return !sentence.has(Words.UNREAL)
                && !isCase(sentence)
                && !isIronic(sentence.text())
                && !isLabelled(sentence)
                && !SharedPhoto.isShownBy(sentence);
    }

    /** Whether it is a task whose text, if one is given, comes behind it. */
    private static boolean endsInTask(Sentence sentence) {
        return begins(sentence, Words.TASK) && colon(sentence.text()) < 0;
    }

    /** Whether it adds something of the speaker to a task: "Also, my deadline is Friday." */
    private static boolean adds(Sentence sentence) {
        Phrases addition = sentence.language().phrases(Words.ADDITION);
        return sentence.isOwn()
                && !sentence.isQuestion()
                && (addition.startOf(sentence.tokens().lower()) || addition.wordsAt(sentence.tokens(), 0) > 0);
    }

    private static Reach reach(Sentence sentence) {
        boolean quotes = WordTokens.of(sentence.text()).words().size()
                > sentence.tokens().words().size() + 1;
        if (begins(sentence, Words.TASK)) {
            return quotes || HOW.contains(sentence.word(0)) ? Reach.SENTENCE : Reach.REST;
        }
        if (begins(sentence, Words.PRETENCE)) {
            boolean plays = sentence.has(Words.FIRST_PERSON) || !begins(sentence, Words.IDEA);
            boolean asks = sentence.isQuestion() || sentence.text().endsWith("!");
            return plays && !asks ? Reach.REST : Reach.SENTENCE;
        }
        if (introducesOthers(sentence)) {
            return quotes ? Reach.SENTENCE : Reach.REST;
        }
        return Reach.NOTHING;
    }

    private static boolean leadsBack(Sentence sentence) {
        Phrases back = sentence.language().phrases(Words.BACK);
        return back.startOf(sentence.tokens().lower())
                || IntStream.range(0, Math.min(2, sentence.tokens().words().size()))
                        .anyMatch(i -> back.wordsAt(sentence.tokens(), i) > 0);
    }

    /** Whether nothing stands outside quotation marks. */
    private static boolean isQuoted(Sentence sentence) {
        return sentence.tokens().words().isEmpty();
    }

    /** "If my boss had agreed, we would live in Rome." */
    private static boolean isCase(Sentence sentence) {
        return IF.contains(sentence.word(0)) && sentence.has(Words.POSSIBLE);
    }

    private static boolean isIronic(String text) {
        return IRONY.matcher(text).find();
    }

    private static boolean begins(Sentence sentence, Words words) {
        Phrases phrases = sentence.language().phrases(words);
        if (sentence.language().isUnspaced()) {
            return phrases.in(sentence.tokens());
        }
        List<String> all = sentence.tokens().words();
        if (sentence.word(0).equals("i") && sentence.word(1).startsWith("can")) {
            return false;
        }
        for (int i = 0; i < all.size(); i++) {
            if (phrases.wordsAt(sentence.tokens(), i) > 0) {
                return true;
            }
            if (i >= sentence.start() && !LEAD.contains(all.get(i))) {
                return false;
            }
        }
        return false;
    }

    /** Whether a colon stands behind words such as "Tom wrote" or "Lyrics", or behind a name. */
    private static boolean introducesOthers(Sentence sentence) {
        int colon = colon(sentence.text());
        if (colon < 0) {
            return false;
        }
        Sentence intro = part(sentence, 0, colon);
        if (sentence.reports()) {
            return false;
        }
        boolean task = intro.has(Words.TASK) || intro.has(Words.COMPOSE);
        if (task || intro.has(Words.REPORTED)) {
            return task || !intro.has(Words.OWN);
        }
        boolean ends = colon == sentence.text().length() - 1;
        return ends && isName(intro);
    }

    /** Whether somebody speaks of themselves behind a label that may be anybody's, such as "Karel: I am a nurse". */
    private static boolean isLabelled(Sentence sentence) {
        int colon = colon(sentence.text());
        if (colon < 0 || colon == sentence.text().length() - 1) {
            return false;
        }
        Sentence intro = part(sentence, 0, colon);
        boolean own = NEWS.contains(intro.tokens().lower().strip())
                || intro.has(Words.FIRST_PERSON)
                || intro.has(Words.OWN)
                || Salience.isInstruction(sentence);
        return !own && part(sentence, colon + 1, sentence.text().length()).has(Words.FIRST_PERSON);
    }

    private static boolean isName(Sentence intro) {
        int words = intro.tokens().words().size();
        boolean capitals = words > 0 && words <= LONGEST_LABEL;
        for (int i = 0; capitals && i < words; i++) {
            capitals = intro.isCapital(i);
        }
        return capitals && !intro.has(Words.OWN) && !intro.has(Words.FIRST_PERSON);
    }

    private static Sentence part(Sentence sentence, int from, int to) {
        return sentence.withText(sentence.text().substring(from, to));
    }

    /** The first colon before a blank or the end, that is not quoted; -1 where there is none. */
    private static int colon(String text) {
        String outside = text.indexOf(':') < 0 && text.indexOf('：') < 0 ? "" : Quotation.blanked(text);
        for (int i = 1; i < outside.length(); i++) {
            boolean ends = i + 1 == outside.length() || Character.isWhitespace(outside.charAt(i + 1));
            if ((outside.charAt(i) == ':' && ends) || outside.charAt(i) == '：') {
                return i;
            }
        }
        return -1;
    }
}
