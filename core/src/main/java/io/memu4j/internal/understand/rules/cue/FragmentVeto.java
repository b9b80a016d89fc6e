package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import java.util.regex.Pattern;

/** What is no whole thought: too short, broken off, or the continuation of something said before. */
final class FragmentVeto implements Veto {
    private static final Pattern BROKEN_OFF = Pattern.compile(
            "(?iu).*\\b(?:to|the|a|an|and|but|or|of|with|for|in|on|at|is|are|was|because|so|if|that|just"
                    + "|like|you|your|my)\\s*(?:\\.{2,}|…)$|.*:$");
    private static final Pattern CLAUSE_ALONE =
            Pattern.compile("(?iu)^(?:since|when|if|while|as|after|before|until|unless|whenever|because)\\b[^,;–-]*$");
    private static final Pattern ACTION_ON_UNNAMED =
            Pattern.compile("(?iu)^\\p{L}+ing (?:it|her|him|them|that|this|these|those)\\b.*");
    private static final int LEAST_TERMS = 1;
    private static final int LEAST_WORDS = 3;
    private static final int LEAST_UNSPACED = 6;

    @Override
    public boolean rejects(Sentence sentence) {
        String text = sentence.text();
        if (sentence.language().isUnspaced()) {
            return text.codePointCount(0, text.length()) < LEAST_UNSPACED;
        }
        return sentence.terms().size() < LEAST_TERMS
                || sentence.tokens().words().size() < LEAST_WORDS
                || continues(sentence)
                || (sentence.language().isEnglish()
                        && (BROKEN_OFF.matcher(text).matches()
                                || CLAUSE_ALONE.matcher(text).matches()
                                || ACTION_ON_UNNAMED.matcher(text).matches()));
    }

    /** Whether it starts with a word that points back; "This weekend" does not. */
    private static boolean continues(Sentence sentence) {
        boolean startsWithTime = sentence.times().stream().anyMatch(mention -> mention.start() == 0);
        return !startsWithTime && sentence.language().phrases(Words.DEPENDENT).wordsAt(sentence.tokens(), 0) > 0;
    }
}
