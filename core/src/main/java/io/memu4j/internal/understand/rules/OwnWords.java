package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Phrases;
import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Quotation;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the sentences of a message that its sender says and means: not those of a text that was pasted, dictated or is to be translated, no
 * game, example, test, wish or joke. When in doubt a sentence is not the sender's.
 */
final class OwnWords {
    /** What may stand before a word that begins a task or a game. */
    private static final Set<String> LEAD = RuleWords.of("OwnWords.lead");

    private static final int LONGEST_LABEL = 3;

    /** Labels that people put before their own words. */
    private static final Set<String> NEWS = Set.of(
            "correction",
            "small correction",
            "update",
            "news",
            "big news",
            "good news",
            "bad news",
            "korrektur",
            "nachtrag",
            "neuigkeit",
            "gute nachricht",
            "schlechte nachricht");

    private OwnWords() {}

    /** The sentences that are meant, in order. */
    static List<Sentence> of(List<Sentence> sentences) {
        List<Sentence> own = new ArrayList<>();
        for (Sentence sentence : sentences) {
            if (begins(sentence, Words.TASK) || begins(sentence, Words.PRETENCE) || introducesOthers(sentence)) {
                return own;
            }
            if (sentence.has(Words.JOKE)) {
                boolean before = !own.isEmpty() && own.get(own.size() - 1).number() == sentence.number() - 1;
                if (before) {
                    own.remove(own.size() - 1);
                }
            } else if (!sentence.has(Words.UNREAL) && !isIronic(sentence.text()) && !isLabelled(sentence)) {
                own.add(sentence);
            }
        }
        return own;
    }

    private static boolean isIronic(String text) {
        return text.endsWith("/s")
                || text.contains("😂")
                || text.contains("🤣")
                || text.contains("😜")
                || text.contains("😉");
    }

    private static boolean begins(Sentence sentence, Words words) {
        Phrases phrases = sentence.language().phrases(words);
        if (sentence.language().isUnspaced()) {
            return phrases.in(sentence.tokens());
        }
        List<String> all = sentence.tokens().words();
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
        if (intro.has(Words.TASK) || intro.has(Words.REPORTED)) {
            return !intro.has(Words.OWN) || intro.has(Words.TASK);
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
                || instructs(sentence);
        return !own && part(sentence, colon + 1, sentence.text().length()).has(Words.FIRST_PERSON);
    }

    private static boolean instructs(Sentence sentence) {
        return Salience.isInstruction(sentence);
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
