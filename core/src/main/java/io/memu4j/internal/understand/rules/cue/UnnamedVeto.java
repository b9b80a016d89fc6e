package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence about an "it", a "she" or a "there" that it does not name. English alone. */
final class UnnamedVeto implements Veto {
    private static final String END = "\\s*(?:[-–.,!?;:…]|$)";
    private static final Pattern THING = words("it|them|they|it['’]s|they['’]re"
            + "|(?:this|these)(?=" + END
            + "|\\s+(?:is|was|would|will|has|and|but|so|in|for|at|with|to|on|when|by|a|an|the|my|i|as|if|too|all|from|because"
            + "|makes|made|really|can|could)\\b)"
            + "|(?:that|those)(?=" + END + "|\\s+(?:is|was|would|will|and|but|so)\\b)");
    private static final Pattern NAMED = Pattern.compile(
            "(?u)\\b(?:[Aa]n?|[Tt]he|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Ss]ome|[Tt]wo|[Tt]hree|[Mm]any|[Aa]nother|[Nn]ew"
                    + "|[Tt]his|[Tt]hat)\\s+\\p{L}{3,}|(?<=[a-z,] )\\p{Lu}\\p{L}+|\\p{L}{3,}(?:ers|ies|ions|ments|ees)\\b|\\d+ \\p{L}+"
                    + "|(?:lov|lik|enjoy|hat|start|try|tri|about|into)\\w* \\p{L}+(?:ing|s)\\b");
    private static final Pattern CLAUSE_END =
            Pattern.compile("[,;–]|\\s-|\\b(?:and|but|so|because|when|while|that|which|though)\\b");
    private static final Pattern SOMEBODY = words("he|she|him|he['’]s|she['’]s");
    private static final Pattern PERSON = Pattern.compile(
            "(?u)(?<=[a-z,] )\\p{Lu}\\p{L}+|^\\p{Lu}\\p{L}+ (?!\\p{Lu})(?:is|was|has|and|said|told)\\b"
                    + "|\\b(?:man|woman|guy|girl|boy|lady|teacher|doctor|boss|coach|mentor|teammate|student|someone|somebody|artist)\\b");
    private static final Pattern SOMEWHERE = words("(?:there|here)(?=" + END
            + "|\\s+(?:next|last|this|in|on|for|with|soon|again|before|yet|too|tomorrow|yesterday|since)\\b)");
    private static final Pattern PLACE =
            Pattern.compile("(?u)(?<=[a-z,] )\\p{Lu}\\p{L}+|\\b(?:in|at|to|from|near) (?:the|an?|my|our)\\b");

    @Override
    public boolean rejects(Sentence sentence) {
        return sentence.language().isEnglish()
                && (missesThing(sentence.text()) || missesPerson(sentence) || missesPlace(sentence.text()));
    }

    /** Whether a pronoun comes before anything it could stand for; what starts its own clause as the subject is not it. */
    private static boolean missesThing(String text) {
        Matcher pronoun = THING.matcher(text);
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

    private static boolean missesPerson(Sentence sentence) {
        Matcher pronoun = SOMEBODY.matcher(sentence.text());
        return pronoun.find()
                && !sentence.has(Words.FAMILY)
                && !PERSON.matcher(sentence.text().substring(0, pronoun.start()))
                        .find();
    }

    private static boolean missesPlace(String text) {
        Matcher somewhere = SOMEWHERE.matcher(text);
        return somewhere.find()
                && !PLACE.matcher(text.substring(0, somewhere.start())).find();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?iu)\\b(?:" + alternatives + ")(?![\\p{L}'’])");
    }
}
