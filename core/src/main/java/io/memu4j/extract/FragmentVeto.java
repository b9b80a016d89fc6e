package io.memu4j.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What cannot be understood alone: too short, or about an "it" that the sentence does not name. */
final class FragmentVeto implements Veto {
    private static final Pattern DEPENDENT_START = Pattern.compile(
            "(?iu)^(?:it|its|it['’]s|it['’]ll|it['’]d|that|that['’]s|that['’]ll|this|this['’]ll|these|those|he|he['’]s|she|she['’]s|they|they['’]re|they['’]ve|their|his|her|here|here['’]s|there|there['’]s|which|such|same|sounds|seems|looks|feels|glad|happy|proud|sorry|sometimes it|who|whose|where|to|not|nothing|no wonder|too|as for|either|neither|both|one of (?:them|these|those)|after that|since then|even though|although|though|can['’]t be|being|looking|makes|made|means|reminds|the (?:same|other|latter|former))(?![\\p{L}'’-])(?! (?:week|month|year|morning|weekend|summer|spring|winter|fall|autumn|past|last)\\b).*");
    private static final Pattern UNNAMED = Pattern.compile(
            "(?iu)\\b(?:it|them|they|he|she|him|it['’]s|they['’]re|(?:this|that|those|these)(?=\\s*(?:[.,!?;:…]|$|is\\b|was\\b|would\\b|will\\b|has\\b|and\\b|but\\b|so\\b|in\\b|for\\b|at\\b|with\\b|to\\b|on\\b|when\\b|by\\b)))\\b");
    private static final Pattern NAMED = Pattern.compile(
            "(?u)\\b(?:[Aa]n?|[Tt]he|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Ss]ome|[Tt]wo|[Tt]hree|[Mm]any|[Aa]nother|[Nn]ew)\\s+\\p{L}{3,}|(?<=[a-z,] )\\p{Lu}\\p{L}+|\\p{L}{3,}(?:ing|ers|ies|ions|ments|ees)\\b|\\d+ \\p{L}+");
    private static final int LEAST_TERMS = 2;
    private static final int LEAST_WORDS = 4;
    private static final int LEAST_UNSPACED = 6;

    @Override
    public boolean rejects(Sentence sentence) {
        String text = sentence.text();
        if (sentence.language().isUnspaced()) {
            return text.codePointCount(0, text.length()) < LEAST_UNSPACED;
        }
        if (sentence.terms().size() < LEAST_TERMS
                || Terms.words(text).size() < LEAST_WORDS
                || text.matches(".*(?:\\.\\.\\.|…|:)$")) {
            return true;
        }
        return sentence.language().isEnglish() && (DEPENDENT_START.matcher(text).matches() || hasUnnamed(text));
    }

    private static boolean hasUnnamed(String text) {
        Matcher pronoun = UNNAMED.matcher(text);
        return pronoun.find()
                && !NAMED.matcher(text.substring(0, pronoun.start())).find();
    }
}
