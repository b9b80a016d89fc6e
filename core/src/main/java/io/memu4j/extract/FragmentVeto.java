package io.memu4j.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What cannot be understood alone: too short, or about an "it" that the sentence does not name. */
final class FragmentVeto implements Veto {
    private static final Pattern DEPENDENT_START = Pattern.compile(
            "(?iu)^(?:it|its|it['’]s|it['’]ll|it['’]d|that|that['’]s|that['’]ll|this|this['’]ll|these|those|he|he['’]s|she|she['’]s|they|they['’]re|they['’]ve|their|his|her|here|here['’]s|there|there['’]s|which|such|same|sounds|seems|looks|feels|glad|happy|proud|sorry|sometimes it|who|whose|where|to|not|nothing|no wonder|too|as for|either|neither|both|one of (?:them|these|those)|after that|since then|even though|although|though|can['’]t be|being|looking|makes|made|means|reminds|the (?:same|other|latter|former))(?![\\p{L}'’-])(?! (?:week|month|year|morning|weekend|summer|spring|winter|fall|autumn|past|last)\\b).*");
    private static final Pattern UNFINISHED_START = Pattern.compile(
            "(?iu)^(?:really|just|still|even|definitely|totally|such|the (?:sooner|more|less|best part)|otherwise|then|took|in (?:this|that) case|similarly|as mentioned|see|likewise)(?![\\p{L}'’-]).*");
    private static final Pattern BROKEN_OFF = Pattern.compile(
            "(?iu).*\\b(?:to|the|a|an|and|but|or|of|with|for|in|on|at|is|are|was|because|so|if|that|just|like|you|your|my)\\s*(?:\\.{2,}|…)$|.*:$");
    private static final Pattern UNNAMED = Pattern.compile("(?iu)\\b(?:it|them|they|he|she|him|it['’]s|they['’]re"
            + "|(?:this|these)(?=\\s*(?:[.,!?;:…]|$|(?:is|was|would|will|has|and|but|so|in|for|at|with|to|on|when|by|a|an|the|my|i|as|if|too|all|from|because|makes|made|really|can|could)\\b))"
            + "|(?:that|those)(?=\\s*(?:[.,!?;:…]|$|(?:is|was|would|will|and|but|so)\\b)))(?![\\p{L}'’])");
    private static final Pattern NAMED = Pattern.compile(
            "(?u)\\b(?:[Aa]n?|[Tt]he|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Ss]ome|[Tt]wo|[Tt]hree|[Mm]any|[Aa]nother|[Nn]ew|[Tt]his|[Tt]hat)\\s+\\p{L}{3,}"
                    + "|(?<=[a-z,] )\\p{Lu}\\p{L}+|\\p{L}{3,}(?:ers|ies|ions|ments|ees)\\b|\\d+ \\p{L}+|(?:lov|lik|enjoy|hat|start|try|tri|about|into)\\w* \\p{L}+(?:ing|s)\\b");
    private static final Pattern CLAUSE_END =
            Pattern.compile("[,;–]|\\s-|\\b(?:and|but|so|because|when|while|that|which|though)\\b");
    private static final Pattern SOMEWHERE = Pattern.compile("(?iu)\\b(?:there|here)(?=\\s*(?:[.,!?;:…]|$))");
    private static final Pattern PLACE =
            Pattern.compile("(?u)(?<=[a-z,] )\\p{Lu}\\p{L}+|\\b(?:in|at|to|from|near) (?:the|an?|my|our)\\b");
    private static final int LEAST_TERMS = 1;
    private static final int LEAST_WORDS = 3;
    private static final int LEAST_UNSPACED = 6;

    @Override
    public boolean rejects(Sentence sentence) {
        String text = sentence.text();
        if (sentence.language().isUnspaced()) {
            return text.codePointCount(0, text.length()) < LEAST_UNSPACED;
        }
        if (sentence.terms().size() < LEAST_TERMS || sentence.tokens().words().size() < LEAST_WORDS) {
            return true;
        }
        return sentence.language().isEnglish()
                && (DEPENDENT_START.matcher(text).matches()
                        || UNFINISHED_START.matcher(text).matches()
                        || BROKEN_OFF.matcher(text).matches()
                        || hasUnnamed(text)
                        || hasUnnamedPlace(text));
    }

    /** Whether a pronoun comes before anything it could stand for; what starts the clause as its subject is not it. */
    private static boolean hasUnnamed(String text) {
        Matcher pronoun = UNNAMED.matcher(text);
        if (!pronoun.find()) {
            return false;
        }
        String before = text.substring(0, pronoun.start());
        Matcher named = NAMED.matcher(before);
        while (named.find()) {
            boolean object = named.start() > 0 && !named.group().endsWith("ing");
            if (object || CLAUSE_END.matcher(before.substring(named.end())).find()) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasUnnamedPlace(String text) {
        Matcher somewhere = SOMEWHERE.matcher(text);
        return somewhere.find()
                && !PLACE.matcher(text.substring(0, somewhere.start())).find();
    }
}
